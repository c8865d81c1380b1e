/**
 * The graph inside of a PNG.
 */
import { crc32 } from 'node:zlib';
import { expect, it } from 'vitest';
import { graphInPng, pngWithGraph } from '../picture/png';
import { caseText } from './drawn';

/** One transparent pixel. */
const PIXEL = new Uint8Array(
  Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
    'base64',
  ),
);

it.each(['', '{}\n', 'π ∂ 👩‍🔬 \u0001', caseText(3)])('is found again byte for byte: %#', (text) => {
  expect(graphInPng(pngWithGraph(PIXEL, text))).toBe(text);
});

it('is a text chunk before the end, with the checksum that PNG wants', () => {
  const png = Buffer.from(pngWithGraph(PIXEL, 'graph'));
  const at = png.indexOf('iTXt');
  const length = png.readUInt32BE(at - 4);
  expect(png.subarray(at, at + 4 + length).toString('latin1')).toBe('iTXtnabla\0\0\0\0\0graph');
  expect(png.readUInt32BE(at + 4 + length)).toBe(crc32(png.subarray(at, at + 4 + length)));
  expect(png.subarray(at + 8 + length)).toEqual(Buffer.from(PIXEL.slice(-12)));
});

it('is not found where there is none: another PNG, another file, half a file', () => {
  const png = pngWithGraph(PIXEL, 'graph');
  expect(graphInPng(PIXEL)).toBeUndefined();
  expect(graphInPng(new TextEncoder().encode('<svg/>'))).toBeUndefined();
  expect(graphInPng(new Uint8Array())).toBeUndefined();
  for (let length = 0; length < png.length - 16; length++)
    expect(graphInPng(png.subarray(0, length))).toBeUndefined();
});
