import type { Client, StandardContents, StandardDraftView, StandardView } from '@journeybook/contracts';
import { endpoints } from '@journeybook/contracts';
import type { Standard } from '@journeybook/domain';
import { imt } from '@journeybook/domain/testing';

/** The Industrial Manufacturing Technician by time, as a sponsor would write it: 2,736 h and 264 h, without a finding. */
export function imtContents(overrides: Partial<Standard> = {}): StandardContents {
  const { id: _, ...contents } = imt('time', overrides);
  return {
    ...contents,
    workProcesses: contents.workProcesses.map(plain),
    courses: contents.courses.map(plain),
  } as StandardContents;
}

/** As it is kept: what is no safety training says nothing of it. */
const plain = <Item extends { readonly safety?: boolean }>({ safety, ...one }: Item) => ({
  ...one,
  ...(safety ? { safety } : {}),
});

/** A draft of the sponsor's with these contents. */
export async function writeDraft(sponsor: Client, contents: StandardContents): Promise<StandardDraftView> {
  const { id, edition } = await sponsor(endpoints.createDraft, { body: { from: null, version: contents.version } });
  return sponsor(endpoints.editDraft, { params: { draft: id }, body: { contents }, ifMatch: edition });
}

/** The same, published. */
export async function publishVersion(sponsor: Client, contents: StandardContents): Promise<StandardView> {
  const { id, edition } = await writeDraft(sponsor, contents);
  return sponsor(endpoints.publishDraft, { params: { draft: id }, body: { edition } });
}
