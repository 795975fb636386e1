/** The skills that were practised, by their titles; nothing when none were named. */
export const Practised = ({ titles }: { titles: readonly string[] }) =>
  titles.length === 0 ? null : <span className="soft">Practised: {titles.join('; ')}</span>;
