import { open, stat } from 'node:fs/promises';
import { type Encoding, ImportRefused, pieceBytes, systemReason } from './file.ts';

export const encodingNames: Record<Encoding, string> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
};

/** By the byte order mark; without one UTF-8, and Windows-1252 when a byte is no UTF-8. */
export async function encodingOf(path: string): Promise<Encoding> {
  const unreadable = (error: unknown) => new ImportRefused(`${path} cannot be read: ${systemReason(error)}`);
  const refuse = (error: unknown) => {
    throw unreadable(error);
  };
  const found = await stat(path).catch(refuse);
  if (!found.isFile() && !found.isDirectory())
    throw new ImportRefused(`${path} cannot be read: it is a pipe or a device, which can be read only once`);
  const file = await open(path).catch(refuse);
  try {
    const decoder = new TextDecoder('utf-8', { fatal: true });
    const buffer = new Uint8Array(pieceBytes);
    for (let isFirst = true; ; isFirst = false) {
      const { bytesRead } = await file.read(buffer, 0, pieceBytes);
      const piece = buffer.subarray(0, bytesRead);
      if (isFirst && piece[0] === 0xff && piece[1] === 0xfe) return 'utf-16le';
      if (isFirst && piece[0] === 0xfe && piece[1] === 0xff) return 'utf-16be';
      if (isFirst && isWorkbook(piece))
        throw new ImportRefused(`${path} is a spreadsheet: save it as CSV first`);
      if (piece.includes(0)) throw notText(path);
      if (!isUtf8(decoder, piece)) return 'windows-1252';
      if (bytesRead === 0) return 'utf-8';
    }
  } catch (error) {
    if (error instanceof ImportRefused) throw error;
    throw unreadable(error);
  } finally {
    await file.close();
  }
}

export function notText(path: string): ImportRefused {
  return new ImportRefused(`${path} is not a text file`);
}

/** .xlsx and .ods are ZIP files. */
function isWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

function isUtf8(decoder: InstanceType<typeof TextDecoder>, piece: Uint8Array): boolean {
  try {
    decoder.decode(piece, { stream: piece.length > 0 });
    return true;
  } catch {
    return false;
  }
}
