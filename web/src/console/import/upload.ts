import { type Import, importsApi } from '../api/imports.ts';
import type { Answer } from '../api/problem.ts';

/** The largest piece that the server takes at once, in bytes. */
const pieceBytes = 4_000_000;
/** A piece that got lost is sent again so often, and waits longer each time, in milliseconds. */
const waits = [1000, 3000, 10_000];

/**
 * Sends a file in pieces.
 *
 * @param onPart how much of it has arrived, from 0 to 1
 */
export async function upload(
  file: File,
  resetUsage: boolean,
  onPart: (part: number) => void,
): Promise<Answer<Import>> {
  const begun = await importsApi.create({ name: file.name, resetUsage });
  if (begun.problem) return begun;
  const { id } = begun.value;
  for (let from = 0; ; from += pieceBytes) {
    const isLast = from + pieceBytes >= file.size;
    const sent = await sendPiece(id, file.slice(from, from + pieceBytes), { from, isLast });
    if (sent.problem) {
      await importsApi.remove(id);
      return sent;
    }
    onPart(Math.min(1, (from + pieceBytes) / file.size));
    if (isLast) return sent;
  }
}

async function sendPiece(id: string, piece: Blob, place: { from: number; isLast: boolean }) {
  for (const ms of waits) {
    const sent = await importsApi.sendPiece(id, piece, place);
    if (sent.problem?.code !== 'OFFLINE') return sent;
    await new Promise((resolve) => setTimeout(resolve, ms));
  }
  return importsApi.sendPiece(id, piece, place);
}
