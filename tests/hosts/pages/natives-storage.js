// A browser whose settings refuse storage: to ask for it throws.
["localStorage", "sessionStorage"].forEach(function (name) {
  Object.defineProperty(window, name, {
    configurable: true,
    get: function () { throw new DOMException("The operation is insecure.", "SecurityError"); },
  });
});
