/**
 * Rows of MongoDB's export, whose values are objects such as `{"$numberInt": "25"}`, with plain values.
 * @param text the text of all of them
 */
export function plainValues(rows: unknown[], text: string): unknown[] {
  // Most files have none: one search is much cheaper than a look at each value.
  return text.includes('"$') ? rows.map(plainRow) : rows;
}

function plainRow(row: unknown): unknown {
  if (typeof row !== 'object' || row === null || Array.isArray(row)) return row;
  return Object.fromEntries(Object.entries(row).map(([field, value]) => [field, plainField(value)]));
}

function plainField(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  const [entry, ...others] = Object.entries(value);
  if (!entry || others.length > 0) return value;
  const [type, inner] = entry;
  if (/^\$number(Int|Long|Double|Decimal)$/.test(type) && typeof inner === 'string') return Number(inner);
  if (type !== '$date') return value;
  const time = plainField(inner);
  const isTime = typeof time === 'number' && Math.abs(time) <= 8.64e15;
  return isTime ? new Date(time).toISOString() : time;
}
