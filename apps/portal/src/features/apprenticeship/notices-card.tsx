import type { AgreementView } from '@journeybook/contracts';
import { NoticeLines } from './notice-lines.js';

/** What the agency was and has to be told about this agreement, the latest first; each opens to be printed. */
export function NoticesCard({ agreement }: { agreement: AgreementView }) {
  if (agreement.notices.length === 0) return null;
  return (
    <section className="card stack" aria-labelledby="notices">
      <h2 id="notices">Notices to {agreement.agency.name}</h2>
      <NoticeLines notices={agreement.notices.toReversed()} />
    </section>
  );
}
