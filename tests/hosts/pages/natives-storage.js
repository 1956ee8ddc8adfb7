// A browser whose settings refuse storage: reading the property throws.
["localStorage", "sessionStorage"].forEach(function (name) {
  Object.defineProperty(window, name, {
    configurable: true,
    get: function () { throw new DOMException("The operation is insecure.", "SecurityError"); },
  });
});
