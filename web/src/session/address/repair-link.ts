const sign = '(?:[/*]|%(?:25)*(?:23|2f|3f))*';
const name = '(?:invite(?:[-_]|%(?:25)*(?:2d|5f))code|token)(?:=|%(?:25)*3d)';
const fragmentInPath = new RegExp(`${sign}(${name}.*)$`, 'i');

/** Mail programs and messengers encode the `#` of a link, or lose it: its fragment is then part of the path. */
export function repairLink(address: string): string {
  const url = new URL(address);
  const found = fragmentInPath.exec(url.pathname);
  if (!found) return address;
  url.hash = found[1] ?? '';
  url.pathname = url.pathname.slice(0, found.index);
  return url.href;
}
