/**
 * The graph inside of its picture: a slide can be reopened.
 */
import { escaped, unescaped } from './xml';

/** The metadata of a picture: the canonical text of the graph, byte for byte. */
export const graphMetadata = (text: string): string =>
  `<metadata data-format="nabla">${escaped(withoutNoncharacters(text))}</metadata>`;

/** The text of the graph that a picture was made of; undefined for any other file. */
export function graphInPicture(svgText: string): string | undefined {
  const [, xml] = svgText.match(/<metadata\b[^>]*\bdata-format="nabla"[^>]*>([^<]*)<\/metadata>/) ?? [];
  return xml === undefined ? undefined : withNoncharacters(unescaped(xml.replace(/\r\n?/g, '\n')));
}

/** A graph may hold two characters that XML forbids; JSON has another spelling for them, which we never write otherwise. */
const withoutNoncharacters = (json: string): string =>
  json.replace(/[\ufffe\uffff]/g, (character) => `\\u${character.charCodeAt(0).toString(16)}`);

const withNoncharacters = (json: string): string =>
  json.replace(/\\(?:\\|u(fff[ef]))/g, (found, code?: string) =>
    code ? String.fromCharCode(Number.parseInt(code, 16)) : found,
  );
