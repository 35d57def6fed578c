// The words of a piece of a page's HTML, without marks of the interface.

export function textOf(html) {
  return html
    .replace(/<a class="(?:anchor|to-chart)"[^>]*>[^<]*<\/a>/g, '')
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
}
