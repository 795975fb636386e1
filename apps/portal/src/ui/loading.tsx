import { Skeleton } from '@mantine/core';

/** The outline of a page while its facts are on their way. */
export function Loading({ what, heights = [120, 260, 160] }: { what: string; heights?: readonly number[] }) {
  return (
    <div className="stack" aria-busy="true">
      <span className="hidden-visually" role="status">
        Loading {what}
      </span>
      {heights.map((height, index) => (
        <Skeleton key={index} height={height} radius={12} />
      ))}
    </div>
  );
}
