import css from './avatar.module.css';

/** The initials of a person; only an ornament beside the name. */
export function Avatar({ name, large = false }: { name: string; large?: boolean }) {
  const parts = name.split(/\s+/).filter(Boolean);
  const initials = [parts[0], parts.length > 1 ? parts.at(-1) : undefined].map((part) => part?.[0] ?? '').join('');
  return (
    <span aria-hidden="true" className={`${css.avatar} ${large ? css.large : ''}`}>
      {initials.toUpperCase()}
    </span>
  );
}
