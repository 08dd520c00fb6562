/** Text as XML 1.0 takes it: what it forbids goes, its own marks become references. */
export const escapeXml = (text: string): string => text.toWellFormed().replace(/[^\t\n\r\u0020-\ufffd\u{10000}-\u{10ffff}]/gu, '').replace(/[&<>"']/g, (c) => `&#${c.charCodeAt(0)};`);
