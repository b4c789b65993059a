/** The place after which a page of a list begins: the time that the list is sorted by, and an id. */
export type PagePlace = { time: number; id: string };

/** How many rows a page has where the request says nothing. */
export const usualLimit = 50;

/** The refusal of an `after` that names no place. */
export const noPlace = 'after: the `next` of a page is expected';

/** The page in `found`, which has one row more where another page follows. */
export function pageOf<Row>(
  found: Row[],
  limit: number,
  placeOf: (row: Row) => PagePlace,
): { rows: Row[]; next: string | null } {
  const rows = found.slice(0, limit);
  const last = found.length > limit ? rows.at(-1) : undefined;
  return { rows, next: placeToken(last === undefined ? null : placeOf(last)) };
}

/** A place as the opaque `next` of an answer. */
export function placeToken(place: PagePlace | null): string | null {
  return place && Buffer.from(`${place.time} ${place.id}`).toString('base64url');
}

/** The place that an `after` names: null for the first page, undefined for a text that is no place. */
export function placeFrom(after: string | undefined): PagePlace | null | undefined {
  if (after === undefined) return null;
  const [, time, id] = /^(\d{1,15}) (.{1,200})$/.exec(Buffer.from(after, 'base64url').toString()) ?? [];
  return time === undefined || id === undefined || /\0/.test(id) ? undefined : { time: Number(time), id };
}
