/** A short animation of a window, for the README: pictures that a run takes, each with the time that it is shown. */
import * as fs from 'node:fs';
import * as path from 'node:path';
import gifenc from 'gifenc';
import pngjs from 'pngjs';

const { GIFEncoder, applyPalette, quantize } = gifenc;
const { PNG } = pngjs;

/** A README with a larger file loads slowly. In bytes. */
const MOST = 1_000_000;
/** The last of 256 colors means "as in the picture before", which makes most of a picture free. */
const SAME = 255;
/** The colors of a window change little, so a few of the pictures are enough to choose them. */
const SAMPLE = 8;

export class Film {
  #frames = [];

  constructor(page) {
    this.page = page;
  }

  /** Adds the page as it looks now, shown for `delay` milliseconds. */
  async take(delay) {
    this.#frames.push({ picture: await this.page.screenshot({ animations: 'disabled' }), delay });
  }

  /** Types as a person would, so that a viewer can read along. */
  async type(text) {
    for (const piece of text.match(/.{1,5}/gs)) {
      await this.page.keyboard.type(piece);
      await this.take(110);
    }
  }

  /** Writes a GIF that repeats forever. Throws if it is too large. */
  write(file) {
    const frames = this.#frames.map(({ picture, delay }) => ({ ...PNG.sync.read(picture), delay }));
    const sample = frames.filter((_, i) => i % SAMPLE === 0 || i === frames.length - 1);
    const palette = [...quantize(Buffer.concat(sample.map(({ data }) => data)), SAME)];
    while (palette.length <= SAME) palette.push([0, 0, 0]);
    const gif = GIFEncoder();
    let shown = null;
    for (const { data, width, height, delay } of frames) {
      const pixels = applyPalette(data, palette.slice(0, SAME));
      const changed = shown ? pixels.map((color, i) => (color === shown[i] ? SAME : color)) : pixels;
      const colors = shown ? {} : { palette };
      gif.writeFrame(changed, width, height, {
        ...colors,
        delay,
        transparent: true,
        transparentIndex: SAME,
        dispose: 1,
      });
      shown = pixels;
    }
    gif.finish();
    const bytes = gif.bytes();
    if (bytes.length > MOST) throw new Error(`The animation has ${bytes.length} bytes, which is more than ${MOST}.`);
    fs.mkdirSync(path.dirname(file), { recursive: true });
    fs.writeFileSync(file, bytes);
  }
}
