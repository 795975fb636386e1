/** An instant as UTC text, in JSON too, where PostgreSQL would write an offset instead of `Z`. */
export const instantText = (column: string): string =>
  `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
