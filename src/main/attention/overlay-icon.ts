import { type NativeImage, nativeImage } from 'electron';

const SIZE = 16;
/** `--danger` of the light theme, as BGRA: Windows puts the dot over an icon we do not choose the colour of. */
const DOT = [0x1e, 0x26, 0xb3] as const;

/** A red dot, drawn here: it needs no file, and looks the same at every scale of Windows' task bar. */
export function overlayIcon(): NativeImage {
  const pixels = Buffer.alloc(SIZE * SIZE * 4);
  const middle = (SIZE - 1) / 2;
  for (let y = 0; y < SIZE; y += 1) {
    for (let x = 0; x < SIZE; x += 1) {
      // One pixel of the rim is half covered, so that it is no staircase.
      const cover = Math.max(0, Math.min(1, SIZE / 2 - Math.hypot(x - middle, y - middle)));
      // Colours of a bitmap are multiplied by their alpha.
      const [blue, green, red] = DOT.map((value) => Math.round(value * cover));
      pixels.set([blue ?? 0, green ?? 0, red ?? 0, Math.round(255 * cover)], (y * SIZE + x) * 4);
    }
  }
  return nativeImage.createFromBitmap(pixels, { width: SIZE, height: SIZE });
}
