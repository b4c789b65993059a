import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { mustFind, type Program } from './database/programs.ts';

export const pdftoppm = poppler('pdftoppm');
const pdftotext = poppler('pdftotext');

const jsqr: typeof import('jsqr').default = createRequire(import.meta.url)('jsqr');

type Image = { width: number; height: number; data: Uint8ClampedArray };

/** Renders one page of a PDF file, from page 1. */
export function renderPage(file: string, page: number, dpi = 200): Image {
  const args = ['-r', String(dpi), '-f', String(page), '-l', String(page), file];
  return imageOf(run(mustFind(pdftoppm), args));
}

/** The text of the QR code in a part of an image. Lengths in parts of the whole. */
export function decodeQr(
  image: Image,
  part: { x: number; y: number; width: number; height: number },
): string | null {
  const cut = cropped(image, {
    x: Math.round(part.x * image.width),
    y: Math.round(part.y * image.height),
    width: Math.round(part.width * image.width),
    height: Math.round(part.height * image.height),
  });
  return jsqr(cut.data, cut.width, cut.height)?.data ?? null;
}

/** The texts of a PDF file. Pages are separated by form feeds. */
export function textOf(file: string): string {
  return run(mustFind(pdftotext), ['-layout', file, '-']).toString('utf8');
}

function poppler(name: string): Program {
  const find = () =>
    [`/usr/bin/${name}`, `/usr/local/bin/${name}`, `/opt/homebrew/bin/${name}`].find(existsSync);
  return { name, debianPackage: 'poppler-utils', find };
}

function run(program: string, args: string[]): Buffer {
  const { status, stdout, stderr } = spawnSync(program, args, { maxBuffer: 256 * 1024 * 1024 });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return stdout;
}

/** Reads a binary PPM file. */
function imageOf(ppm: Buffer): Image {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 64).toString('latin1'));
  if (!head) throw new Error('this is no PPM file');
  const [width, height] = [Number(head[1]), Number(head[2])];
  const data = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let pixel = 0; pixel < width * height; pixel++)
    for (let color = 0; color < 3; color++)
      data[pixel * 4 + color] = ppm[head[0].length + pixel * 3 + color] ?? 0;
  return { width, height, data };
}

function cropped(image: Image, at: { x: number; y: number; width: number; height: number }): Image {
  const data = new Uint8ClampedArray(at.width * at.height * 4);
  for (let row = 0; row < at.height; row++) {
    const start = ((at.y + row) * image.width + at.x) * 4;
    data.set(image.data.subarray(start, start + at.width * 4), row * at.width * 4);
  }
  return { width: at.width, height: at.height, data };
}
