// The exact lines that a server or a page needs. Those for nginx and Apache run in the tests; those for Tomcat were tried by
// hand; those for IIS follow its documentation.

(function (doctor) {
  "use strict";

  var TYPES = { html: "text/html", js: "text/javascript", css: "text/css", json: "application/json", wasm: "application/wasm" };

  function typeLine(server, ending) {
    // IIS and Tomcat set the charset with the type; nginx and Apache have settings of their own for it.
    var type = TYPES[ending] + (ending === "wasm" || server === "nginx" || server === "Apache" ? "" : server === "IIS" ? "; charset=utf-8" : ";charset=utf-8");
    if (server === "nginx") return "# mime.types, types { }:\n" + type + "  " + ending + ";";
    if (server === "Apache") return "AddType " + type + " ." + ending;
    if (server === "IIS") {
      return "<!-- web.config, configuration/system.webServer/staticContent -->\n" +
        '<remove fileExtension=".' + ending + '" />\n<mimeMap fileExtension=".' + ending + '" mimeType="' + type + '" />';
    }
    return "<!-- WEB-INF/web.xml -->\n<mime-mapping><extension>" + ending + "</extension><mime-type>" + type + "</mime-type></mime-mapping>";
  }

  function headerLine(server, name, value) {
    if (server === "nginx") return "add_header " + name + ' "' + value + '" always;';
    if (server === "Apache") return "Header always set " + name + ' "' + value + '"';
    if (server === "IIS") {
      return "<!-- web.config, configuration/system.webServer/httpProtocol/customHeaders -->\n" +
        '<add name="' + name + '" value="' + value.replace(/"/g, "&quot;") + '" />';
    }
    if (name === "Access-Control-Allow-Origin") {
      return "<!-- WEB-INF/web.xml -->\n<filter><filter-name>CORS</filter-name>" +
        "<filter-class>org.apache.catalina.filters.CorsFilter</filter-class>\n" +
        "<init-param><param-name>cors.allowed.origins</param-name><param-value>*</param-value></init-param></filter>\n" +
        "<filter-mapping><filter-name>CORS</filter-name><url-pattern>/readiness-check/*</url-pattern></filter-mapping>";
    }
    return "# Tomcat: 在前面的代理上设置 / set it on the proxy in front\n" + name + ": " + value;
  }

  function compressionLine(server) {
    if (server === "nginx") return "gzip_static on;";
    if (server === "Apache") return "# server/apache.txt: AddEncoding, RewriteRule";
    if (server === "IIS") return "<!-- web.config, configuration/system.webServer -->\n" + '<urlCompression doStaticCompression="true" />';
    return "<!-- conf/web.xml, servlet default -->\n<init-param><param-name>precompressed</param-name><param-value>br=.br,gzip=.gz</param-value></init-param>";
  }

  /** The directives of a policy, in order: [[name, sources…], …]. */
  function directives(policy) {
    var found = [];
    var parts = policy.split(";");
    for (var i = 0; i < parts.length; i += 1) {
      var words = parts[i].replace(/^\s+|\s+$/g, "").split(/\s+/);
      if (words[0]) found.push(words);
    }
    return found;
  }

  /** The directives of a policy, and how to widen one of them. */
  function widening(policy) {
    var all = directives(policy);
    function find(name) {
      for (var i = 0; i < all.length; i += 1) if (all[i][0].toLowerCase() === name) return all[i];
      return null;
    }
    return {
      find: find,
      need: function (name, sources) {
        var own = find(name);
        if (!own) {
          // A directive that is absent follows default-src; without that everything is allowed.
          var base = find("default-src");
          if (!base) return;
          own = [name].concat(base.slice(1));
          all.push(own);
        }
        for (var i = own.length - 1; i > 0; i -= 1) if (own[i].toLowerCase() === "'none'") own.splice(i, 1);
        for (var j = 0; j < sources.length; j += 1) if (own.indexOf(sources[j]) < 0) own.push(sources[j]);
      },
      toString: function () {
        var lines = [];
        for (var i = 0; i < all.length; i += 1) lines.push(all[i].join(" "));
        return lines.join("; ");
      }
    };
  }

  /** A policy with what the self-check needs from the origin of its files, and nothing else changed. */
  function amended(policy, origin) {
    var wide = widening(policy);
    wide.need("script-src", [origin, "'wasm-unsafe-eval'"]);
    if (wide.find("script-src-elem")) wide.need("script-src-elem", [origin]);
    wide.need("connect-src", [origin]);
    return wide.toString();
  }

  /** A policy with what a frame and its host's script need. */
  function amendedForFrame(policy, origin) {
    var wide = widening(policy);
    wide.need(!wide.find("frame-src") && wide.find("child-src") ? "child-src" : "frame-src", [origin]);
    wide.need(wide.find("script-src-elem") ? "script-src-elem" : "script-src", [origin]);
    return wide.toString();
  }

  function charsetLine(server) {
    if (server === "nginx") return "charset utf-8;\ncharset_types text/html text/javascript text/css application/json text/plain;";
    if (server === "Apache") return "AddCharset utf-8 .html .js .css .json .txt";
    return typeLine(server, "html") + "\n" + typeLine(server, "js");
  }

  doctor.fixes = {
    servers: ["nginx", "Apache", "IIS", "Tomcat"],
    types: TYPES,
    directives: directives,
    amended: amended,
    amendedForFrame: amendedForFrame,
    /** The lines for one finding, or "" where no setting of a server fixes it. */
    lines: function (server, finding) {
      var fix = finding.fix;
      if (!fix) return "";
      if (fix.type) return typeLine(server, fix.type);
      if (fix.charset) return charsetLine(server);
      if (fix.header) return headerLine(server, fix.header, fix.value);
      if (fix.compression) return compressionLine(server);
      return fix.text || "";
    }
  };
})(window.readinessDoctor);
