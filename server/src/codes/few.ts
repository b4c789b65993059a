/** A number of people, for sums of several codes: 1 to 4 are not told, because that could be a person. */
export function few(count: number): number | '<5' {
  return count > 0 && count < 5 ? '<5' : count;
}
