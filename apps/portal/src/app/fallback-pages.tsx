import { Link, useRouter } from '@tanstack/react-router';
import { Loading } from '../ui/loading.js';
import { PageHeading } from '../ui/page-heading.js';
import { ProblemNotice } from '../ui/problem-notice.js';
import css from './fallback-pages.module.css';

/** While a page is on its way. */
export const LoadingPage = () => (
  <div className={css.page}>
    <Loading what="the page" />
  </div>
);

/** When a page cannot be shown: says why, and tries again. */
export function FailedPage({ error, reset }: { error: unknown; reset: () => void }) {
  const router = useRouter();
  const retry = async () => {
    await router.invalidate();
    reset();
  };
  return (
    <div className="stack">
      <PageHeading title="This page cannot be shown now" />
      <ProblemNotice error={error} onRetry={retry} />
    </div>
  );
}

/** The same where nothing stands around it: the session itself could not be read. */
export const FailedAlone = (props: { error: unknown; reset: () => void }) => (
  <main className={css.page}>
    <FailedPage {...props} />
  </main>
);

/** An address that leads nowhere. */
export const UnknownPage = () => (
  <div className="stack">
    <PageHeading title="There is no such page" />
    <p>
      The address may be mistyped, or the page has moved. <Link to="/">Go to the start</Link>
    </p>
  </div>
);

/** The same with nothing around it. */
export const UnknownAlone = () => (
  <main className={css.page}>
    <UnknownPage />
  </main>
);
