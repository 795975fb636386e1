import { Remark } from '../../ui/done-notice.js';

/** Why nothing was decided: what changed between showing and deciding. */
export function ChangedNotice({ changes }: { changes: readonly string[] }) {
  if (changes.length === 0) return null;
  return (
    <div role="alert">
      <Remark>
        <span>
          <b>Nothing was decided, because something changed in between. Look again, then approve.</b>
          {changes.map((change) => (
            <span key={change}>
              <br />
              {change}
            </span>
          ))}
        </span>
      </Remark>
    </div>
  );
}
