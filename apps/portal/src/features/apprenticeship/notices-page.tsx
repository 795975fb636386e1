import { Empty } from '../../ui/empty.js';
import { Loading } from '../../ui/loading.js';
import { PageHeading } from '../../ui/page-heading.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { NoticeLines } from './notice-lines.js';
import { isOpenNotice } from './notice-words.js';
import { useNotices } from './use-notices.js';

/** All that the agencies have to be told, late first, and below it what was reported lately. */
export function NoticesPage() {
  const notices = useNotices();
  const open = notices.data?.filter(isOpenNotice) ?? [];
  const reported = notices.data?.filter((one) => !isOpenNotice(one)) ?? [];
  return (
    <div className="stack">
      <PageHeading title="Notices" />
      <p className="soft">What the registration agency has to be told about your agreements. Open one to print it.</p>
      {notices.isPending && <Loading what="the notices" heights={[180, 120]} />}
      <ProblemNotice error={notices.error} onRetry={notices.refetch} />
      {notices.data && (
        <section className="card stack" aria-labelledby="open-notices">
          <h2 id="open-notices">To report</h2>
          {open.length === 0 ? (
            <Empty title="Nothing has to be reported">
              A notice appears here when an agreement changes its status.
            </Empty>
          ) : (
            <NoticeLines notices={open} named />
          )}
        </section>
      )}
      {reported.length > 0 && (
        <section className="card stack" aria-labelledby="reported-notices">
          <h2 id="reported-notices">Reported in the last 90 days</h2>
          <NoticeLines notices={reported} named />
        </section>
      )}
    </div>
  );
}
