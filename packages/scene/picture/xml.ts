/**
 * XML as text, made so that whatever a stranger wrote into a label stays a text.
 */
const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/** Characters that no XML file may hold, not even escaped. */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/gu;

/**
 * What XML forbids becomes the sign for a broken character. Control characters are spelled out: a reader of XML would turn some of them into
 * others, and a terminal would obey them.
 */
export const escaped = (text: string): string =>
  text
    .replace(FORBIDDEN, '\ufffd')
    .replace(/[&<>"]|[^\P{Cc}\n]/gu, (character) => ENTITIES[character] ?? `&#${character.charCodeAt(0)};`);

/** The text behind the entities that we, or a drawing program that saved the picture again, have written. */
export function unescaped(xml: string): string {
  return xml.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(amp|lt|gt|quot|apos));/gi, (entity, hex, decimal, name) => {
    if (name) return { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }[name as string] ?? entity;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : entity;
  });
}

type Attributes = Readonly<Record<string, string | number | undefined>>;

/** An element; `content` is XML already. Attributes that are undefined are left out, numbers are rounded. */
export function element(name: string, attributes: Attributes, content = ''): string {
  const list = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [` ${key}="${typeof value === 'number' ? rounded(value) : escaped(value)}"`],
  );
  return content === '' ? `<${name}${list.join('')}/>` : `<${name}${list.join('')}>${content}</${name}>`;
}

/** A hundredth of a pixel is finer than any screen, and the same text on every machine. */
export function rounded(x: number): string {
  const hundredths = Math.round(x * 100);
  // Not −0.
  return String(hundredths === 0 ? 0 : hundredths / 100);
}
