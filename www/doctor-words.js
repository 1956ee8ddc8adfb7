// The doctor's texts in both languages: for each check a name, and a sentence for each result.

(function (doctor) {
  "use strict";

  function text(zh, en) {
    return { "zh-CN": zh, en: en };
  }

  doctor.words = {
    title: text("网页诊断", "Doctor"),
    lead: text(
      "检查服务器和网页上有什么妨碍智能制造自评运行，并给出要加的那一行。检查在本浏览器中进行，结果不会发送出去。",
      "Finds what blocks the self-check on a server or a page, and prints the line that fixes it. It runs in this browser and sends its result nowhere."
    ),
    other: text("English", "中文"),
    folder: text("文件所在目录的网址", "Address of the folder with the files"),
    embedding: text("嵌入自评的网页的网址（选填）", "Address of the page that embeds it (optional)"),
    run: text("检查", "Check"),
    badFolder: text("这不是网址。例：https://example.org/readiness-check/", "This is no address. Example: https://example.org/readiness-check/"),
    badPage: text("这不是网页的网址。例：https://example.org/news/1.html", "This is no address of a page. Example: https://example.org/news/1.html"),
    running: text("正在检查……", "Checking…"),
    summary: {
      pass: text("没有发现问题。", "No problems found."),
      warn: text("可以运行，有 {warn} 处可以改进。", "It runs; things to improve: {warn}."),
      fail: text("有 {fail} 处妨碍运行，{warn} 处可以改进。", "Problems that block it: {fail}; things to improve: {warn}.")
    },
    state: { pass: text("通过", "Pass"), warn: text("注意", "Note"), fail: text("不通过", "Fail"), note: text("说明", "Info") },
    columns: [text("结果", "Result"), text("检查", "Check"), text("说明", "What was found")],
    server: text("服务器", "Server"),
    documented: text("nginx 和 Apache 的写法在测试中实际运行；Tomcat 的手工试过；IIS 的取自其文档，我们没有试过。", "The lines for nginx and Apache run in our tests; those for Tomcat were tried by hand; those for IIS follow its documentation and were not tried."),
    noteTitle: text("给维护人员的便条", "A note for the server's administrator"),
    copy: text("复制", "Copy"),
    copied: text("已复制", "Copied"),
    copyByHand: text("请按 Ctrl+C 复制选中的文字", "Press Ctrl+C to copy the selected text"),
    onYourPage: text(
      "要像访客那样检查网页，请在该页末尾（</body> 之前）临时加入下面一行，打开后结果显示在页面末尾，检查完删去。",
      "To check a page as its visitors see it, add this line at its end (before </body>) for a moment; the result appears at the end of the page. Remove the line afterwards."
    ),
    noteHead: text("智能制造自评 · 网页诊断结果", "Smart manufacturing self-check: result of the doctor"),
    notePage: text("网页", "Page"),
    noteFiles: text("文件目录", "Files"),
    noteBrowser: text("浏览器", "Browser"),
    noteAdd: text("应加入", "To add"),
    checks: {
      address: {
        name: text("网址", "Address"),
        ok: text("网页与文件的协议相配。", "Page and files use matching protocols."),
        file: text("网页是从本机文件打开的，浏览器不加载模块。请通过网站打开。", "The page was opened from a file; browsers load no modules there. Open it through a web server."),
        upgraded: text("网页上写的是 http，浏览器改用了 https。请把代码中的网址改为 {address}。", "The snippet says http and the browser used https instead. Write {address} in the snippet."),
        mixed: text("网页用 https，文件用 http，浏览器会拦截。请把文件放到 https 网址下。", "The page is https and the files are http: browsers block that. Put the files under https.")
      },
      list: {
        name: text("文件清单", "List of files"),
        ok: text("构建 {build}，共 {count} 个文件。", "Build {build}, {count} files."),
        missing: text("找不到 readiness-check.files.json（{status}）。请确认网址，并确认 dist/ 的全部文件都已上传。", "readiness-check.files.json was not found ({status}). Check the address, and that every file of dist/ was uploaded.")
      },
      cors: {
        name: text("跨域（CORS）", "Other origin (CORS)"),
        same: text("同一来源，不需要。沙箱框架仍需要 Access-Control-Allow-Origin。", "Same origin: not needed. A sandboxed frame still needs Access-Control-Allow-Origin."),
        ok: text("服务器允许其他网站使用这些文件。", "The server lets other sites use the files."),
        missing: text("文件在另一个来源，服务器没有发送 Access-Control-Allow-Origin。", "The files are on another origin and the server does not send Access-Control-Allow-Origin."),
        unreachable: text("连不上文件所在的服务器。", "The server with the files cannot be reached."),
        policy: text("网页的内容安全策略不允许连接文件所在的来源。", "The page's content security policy forbids connecting to the origin of the files.")
      },
      files: {
        name: text("文件 .{ending}", "Files .{ending}"),
        ok: text("{count} 个文件完整，类型正确。", "{count} complete, with the right type."),
        missing: text("取不到：{names}。", "Cannot be loaded: {names}."),
        html: text("服务器返回的是网页（HTML），不是文件本身：{names}。通常是错误页、登录页或防火墙拦截页。", "The server sends an HTML page in place of: {names}. Usually an error page, a login or a firewall."),
        changed: text("大小与构建时不同：{names}。请用二进制方式重新上传，不要混用两次构建的文件。", "Not the size they were built with: {names}. Upload them again in binary mode, and do not mix two builds."),
        type: text("类型应为 {want}，实际为 {got}：{names}。", "The type should be {want} but is {got}: {names}.")
      },
      compression: {
        name: text("压缩传输", "Compression"),
        ok: text("wasm 压缩后传输（{how}）。", "The module is sent compressed ({how})."),
        none: text("wasm 未压缩传输，加载较慢。目录里已有压缩好的 .br 和 .gz 文件，请服务器直接发送。", "The module is sent uncompressed, which is slow. Compressed .br and .gz files are in the folder: let the server send them."),
        unseen: text("从另一个来源看不到是否压缩。", "This cannot be seen from another origin.")
      },
      caching: {
        name: text("缓存", "Caching"),
        ok: text("readiness-check.js 更新后很快生效。", "A new readiness-check.js takes effect soon."),
        long: text("readiness-check.js 被缓存 {hours} 小时，更新后访客仍用旧版。", "readiness-check.js is cached for {hours} hours: visitors keep the old one after an update."),
        unsaid: text("服务器没有说明缓存多久，由浏览器自行决定。", "The server does not say for how long; browsers decide.")
      },
      wasm: {
        name: text("WebAssembly", "WebAssembly"),
        ok: text("可以编译。", "It compiles."),
        refused: text("浏览器有 WebAssembly，但网页的内容安全策略不允许：自评改用等效但较大、较慢的 JavaScript 版本。请在 script-src 中加入 'wasm-unsafe-eval'。", "The browser has WebAssembly and the page's content security policy refuses it: an equivalent translation to JavaScript runs, which is larger and slower. Add 'wasm-unsafe-eval' to script-src."),
        absent: text("浏览器没有 WebAssembly，或已关闭（Edge 的“增强安全”会关闭它）：自评改用等效但较大、较慢的 JavaScript 版本。", "The browser has no WebAssembly, or it is off (Edge's enhanced security turns it off): an equivalent translation to JavaScript runs, which is larger and slower.")
      },
      evaluation: {
        name: text("eval", "eval"),
        refused: text("策略不允许 eval。自评不需要它。", "The policy refuses eval. The self-check does not need it."),
        allowed: text("网页允许 eval。自评不需要它。", "The page allows eval. The self-check does not need it.")
      },
      policy: {
        name: text("内容安全策略（CSP）", "Content security policy"),
        ok: text("检查期间没有内容被拦截。", "Nothing was refused during the check."),
        refused: text("被拦截：{what}。", "Refused: {what}.")
      },
      storage: {
        name: text("保存", "Storage"),
        ok: text("可以在本浏览器中保存答案。", "Answers can be stored in this browser."),
        blocked: text("浏览器不允许保存；自评可用，但关闭网页后答案不保留。", "The browser refuses storage; the self-check works, but answers are lost when the page is closed."),
        partitioned: text("网页在其他网站的框架里，答案只在该网站内保留，浏览器也可能清除。", "The page is in a frame of another site: answers are stored for that site alone, and the browser may delete them.")
      },
      framing: {
        name: text("框架版 frame.html", "Frame edition, frame.html"),
        ok: text("没有发现禁止嵌入的响应头。", "No header forbids embedding."),
        refused: text("服务器禁止其他网页嵌入 frame.html（{header}）。", "The server forbids other pages to embed frame.html ({header})."),
        moved: text("frame.html 被重定向到另一个来源，框架的高度不会随内容变化。请在代码中直接写 {address}。", "A redirect leads frame.html to another origin, so the frame's height will not follow its content. Write {address} in the snippet."),
        queryLost: text("重定向丢掉了 ? 后面的参数，框架的设置不起作用（{address}）。", "A redirect drops what follows the ?, and the frame's settings with it ({address})."),
        charset: text("服务器声明 frame.html 的字符集为 {charset}，中文会成乱码。应为 utf-8。", "The server sends frame.html with the charset {charset}, which garbles the Chinese. It should be utf-8."),
        unseen: text("从另一个来源看不到。", "This cannot be seen from another origin.")
      },
      browser: {
        name: text("浏览器", "Browser"),
        ok: text("所需功能齐全。", "It has everything that is needed."),
        old: text("缺少：{names}。需要 Chromium 80、Firefox 78、Safari 14 或更新的版本。", "It lacks: {names}. Needed: Chromium 80, Firefox 78, Safari 14 or newer."),
        compatibility: text("浏览器处于 IE 兼容模式。请换极速模式，并在网页 <head> 中加入下面两行。", "The browser runs in IE compatibility mode. Switch the mode, and add these two lines to the page's <head>."),
        lesser: text("缺少：{names}。有替代办法，外观略有不同。", "It lacks: {names}. There is a substitute; the display differs a little.")
      },
      natives: {
        name: text("网页脚本改动的内置函数", "Built-ins replaced by the page"),
        ok: text("没有发现改动。", "None found."),
        changed: text("已被网页脚本替换：{names}。多为旧版 Prototype、MooTools 等库，建议升级，或改用框架版。", "Replaced by the page's scripts: {names}. Usually by old libraries such as Prototype or MooTools: update them, or use the frame edition."),
        json: text("网页脚本使 JSON 输出错误：{names}。请改用框架版。", "The page's scripts break the output of JSON: {names}. Use the frame edition."),
        unseen: text("无法取得干净的比较对象。", "No unmodified window is available for comparison.")
      },
      translator: {
        name: text("网页翻译", "Page translator"),
        ok: text("没有启用。", "Not active."),
        active: text("浏览器正在翻译此页，会改写文字。自评已标明不要翻译，并自带英文。", "The browser is translating this page and rewrites its text. The self-check asks not to be translated; it has Chinese and English itself.")
      },
      page: {
        name: text("嵌入的网页", "The embedding page"),
        ok: text("已读取 {address}，检查其代码。", "{address} was read; its source is checked."),
        missing: text("打不开（{status}）。请确认网址。", "It cannot be loaded ({status}). Check the address."),
        moved: text("被重定向到另一个网站：{address}。请填写该网址。", "A redirect leads to another site: {address}. Enter that address."),
        elsewhere: text("该网页在另一个来源，从这里读不到。请在该页临时加入下面第一行并打开它；或者在装有本项目源码的电脑上运行第二行。", "That page is on another origin and cannot be read from here. Add the first line below to it for a moment and open it; or run the second line where the project's sources are.")
      },
      tag: {
        name: text("网页上的代码", "The snippet"),
        ok: text("有 <readiness-check> 标签，也有它的脚本（type=\"module\"）。", "There is a <readiness-check> tag, and its script with type=\"module\"."),
        frame: text("有自评的框架，也有调整高度的脚本。", "There is a frame with the self-check, and the script for its height."),
        fixedFrame: text("有自评的框架，高度固定。要让高度随内容变化，请加入下面一行。", "There is a frame with the self-check, of a fixed height. To let it follow the content, add the line below."),
        noTag: text("没有 <readiness-check> 标签，编辑器可能已把它删去。请改用框架版。", "There is no <readiness-check> tag; the editor may have stripped it. Use the frame edition."),
        noScript: text("有 <readiness-check> 标签，但没有加载 readiness-check.js 的脚本：可能被编辑器删去，或被优化插件合并、改名。请加入下面一行，并让插件跳过它。", "There is a <readiness-check> tag and no script that loads readiness-check.js: an editor may have stripped it, or an optimiser merged or renamed it. Add the line below and exclude it from the optimiser."),
        noModule: text("脚本没有 type=\"module\"（现在是：{type}），浏览器不会把它作为模块运行，自评不会出现。请改为下面一行；如果是优化插件改的，请让插件跳过它。", "The script lacks type=\"module\" (it has: {type}), so it does not run as a module and the self-check does not appear. Write it as below; if an optimiser changed it, exclude it there.")
      },
      closing: {
        name: text("结束标签", "Closing tags"),
        ok: text("标签都有结束标签。", "The tags are closed."),
        unclosed: text("{names} 没有结束标签（HTML 不认 “/>”），其后的网页内容会成为标签的内容而不显示。请这样写：", "{names} is not closed (HTML does not know “/>”): what follows on the page becomes its content and is not shown. Write:")
      },
      scheme: {
        name: text("代码中的网址", "Addresses in the snippet"),
        mixed: text("网页用 https，代码中的网址用 http，浏览器会拦截：{address}", "The page is https and the snippet has an address with http, which browsers block: {address}")
      },
      pagePolicy: {
        name: text("网页的内容安全策略（CSP）", "The page's content security policy"),
        ok: text("没有策略，或策略允许自评。", "There is none, or it allows the self-check."),
        nonce: text("策略含 'strict-dynamic'：脚本标签需要网页程序给出的 nonce。", "It has 'strict-dynamic': the script tag needs the nonce that the page's own program gives."),
        lacks: text("策略不允许自评的文件：{names}。", "It does not allow the files of the self-check: {names}."),
        slow: text("策略不允许 WebAssembly：自评改用等效但较大、较慢的 JavaScript 版本。请在 script-src 中加入 'wasm-unsafe-eval'。", "It does not allow WebAssembly: an equivalent translation to JavaScript runs, which is larger and slower. Add 'wasm-unsafe-eval' to script-src.")
      },
      own: {
        name: text("网页上的自评", "The self-check on the page"),
        ok: text("已在网页上显示。", "It is shown on the page."),
        waiting: text("脚本已运行，自评还没有显示。滚动到标签处再检查一次。", "Its script runs and it is not shown yet. Scroll to the tag and check again."),
        failed: text("未能显示：{message}", "It is not shown: {message}"),
        unreachable: text("脚本未能运行：从网页上取不到 {address}。", "Its script does not run: {address} cannot be loaded from the page."),
        missing: text("脚本未能运行：{address} 返回 {status}。", "Its script does not run: {address} answers with {status}."),
        integrity: text("脚本未能运行：{address} 与代码中的 integrity 不符，或缺少 crossorigin=\"anonymous\"。文件更新后，请到生成代码的页面重新复制固定版本的代码。", "Its script does not run: {address} is not the file that integrity in the snippet names, or crossorigin=\"anonymous\" is missing. After an update of the files, copy the pinned snippet again."),
        unknown: text("脚本 {address} 没有运行。请看浏览器控制台的第一条错误，并检查网页策略和优化插件。", "Its script {address} has not run. See the first error on the browser's console, and look at the page's policy and its optimisers.")
      },
      frames: {
        name: text("网页上的框架", "Frames on the page"),
        ok: text("框架报告了高度：{address}", "The frame reports its height: {address}"),
        silent: text("框架还没有报告高度。滚动到框架处再检查一次；仍如此时，请看框架能否打开，网址中的 parent-origin 是否是本站。", "A frame has not reported its height yet. Scroll to it and check again; if that does not help, see whether it opens and whether parent-origin in its address is this site."),
        unmarked: text("框架的网址不以 frame.html 结尾，脚本认不出它，高度不变。请加上 data-readiness-check 属性：{address}", "The frame's address does not end in frame.html, so the script does not know it and the height stays. Give it the attribute data-readiness-check: {address}"),
        elsewhere: text("框架从 {origin} 回答（可能经过重定向），与代码中的网址不同，高度不变。请把代码中的网址改为该来源：{address}", "The frame answers from {origin} (perhaps after a redirect), not from the address in the snippet, so its height stays. Write that origin in the snippet: {address}"),
        queryLost: text("重定向丢掉了 ? 后面的参数，框架的设置不起作用，高度不变：{address}", "A redirect drops what follows the ?, so the frame's settings do nothing and its height stays: {address}")
      },
      start: {
        name: text("试运行", "Trial run"),
        ok: text("自评已成功启动。", "The self-check has started."),
        failed: text("自评未能启动：{message}", "The self-check did not start: {message}"),
        module: text("readiness-check.js 未能作为模块加载。", "readiness-check.js could not be loaded as a module."),
        unseen: text("网页在没有来源的沙箱里，不能试运行。", "The page is in a sandbox without an origin, where no trial is possible."),
        slow: text("30 秒内没有启动。", "It did not start within 30 seconds.")
      }
    }
  };
})(window.readinessDoctor);
