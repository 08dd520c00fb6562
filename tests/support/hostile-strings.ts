/** Texts with which somebody might try to break out of a page, an attribute, a script, an address or a line. */
export const HOSTILE: readonly string[] = [
  '<script>window.hacked=1</script>', '</script><script>window.hacked=1</script>', '<img src=x onerror=window.hacked=1>', '<svg onload=window.hacked=1>', '"><svg/onload=window.hacked=1>',
  "'><img src=x onerror='window.hacked=1'>", '<iframe src="javascript:parent.hacked=1">', '<iframe srcdoc="<script>parent.hacked=1</script>">', 'javascript:window.hacked=1', 'JaVaScRiPt:window.hacked=1//',
  'java\nscript:window.hacked=1', ' javascript:window.hacked=1', 'data:text/html,<script>window.hacked=1</script>', 'vbscript:msgbox(1)', 'file:///etc/passwd', '<a href="javascript:window.hacked=1">x</a>',
  '<base href="https://evil.test/">', '<meta http-equiv="refresh" content="0;url=https://evil.test/">', '<link rel=stylesheet href=https://evil.test/x.css>', '<style>*{display:none}</style>', '<form action=https://evil.test><input autofocus onfocus=window.hacked=1>',
  '<object data="javascript:window.hacked=1">', '<embed src="https://evil.test/">', '<body onload=window.hacked=1>', '<details open ontoggle=window.hacked=1>', '<!-- --><!--', '<!--<script>', ']]><x>', '&lt;script&gt;window.hacked=1&lt;/script&gt;',
  '${window.hacked=1}', '{{constructor.constructor("window.hacked=1")()}}', '`;window.hacked=1;`', '\u2028window.hacked=1\u2029', '\u202e<tpircs>\u202d', '\u0000\u0007\u001b[31m', '\ud800lone', 'lone\udfff', '__proto__', 'constructor', 'toString',
  '%3Cscript%3Ewindow.hacked%3D1%3C%2Fscript%3E', '"@hewal-data@"', "';window.hacked=1;'", '\\u003cscript\\u003e', 'url(javascript:window.hacked=1)', 'https://evil.test/"onmouseover="window.hacked=1', 'ا'.repeat(400), '\u0301'.repeat(60), '', ' ',
];
