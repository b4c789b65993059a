/** The place after which a page of a list begins: the time that the list is sorted by, and an id. */
export type PagePlace = { time: number; id: string };

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
