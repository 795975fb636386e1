import { describe, expect, test } from 'vitest';
import type { CustomChange } from './customisation.js';
import { earlierChanges } from './earlier-changes.js';
import { competency, competencyCode, foundry, imt, processCode, standardId } from '../testing/build.js';

const added: CustomChange = {
  kind: 'competency-added',
  competency: competency({ code: competencyCode('WP06.91'), workProcess: processCode('WP06') }),
};
const rewords = (title: string, code = 'WP01.01'): CustomChange => ({
  kind: 'competency-reworded',
  competency: competencyCode(code),
  title,
});
const names = (title: string): CustomChange => ({
  kind: 'local-process-named',
  workProcess: processCode('WP06'),
  title,
});

const offered = (before: readonly CustomChange[], made: readonly CustomChange[] = [], program = imt()) =>
  earlierChanges(before, { standard: standardId(2), employer: foundry, edition: made.length, changes: made }, program);

describe('changes of the version before', () => {
  test('are offered while they are not made here', () => {
    expect(offered([added, names('Foundry work')])).toEqual([added, names('Foundry work')]);
    expect(offered([added, names('Foundry work')], [added])).toEqual([names('Foundry work')]);
  });
  test('are offered in their last wording, and not where another was found here', () => {
    expect(offered([rewords('Start line 2'), rewords('Start line 3')])).toEqual([rewords('Start line 3')]);
    expect(offered([rewords('Start line 3')], [rewords('Start press 1')])).toEqual([]);
  });
  test('are not offered when this version would refuse them', () => {
    const withIt = imt('hybrid', { competencies: [...imt().competencies, added.competency] });
    expect(offered([added], [], withIt)).toEqual([]);
    expect(offered([rewords('Start line 3', 'WP99.01')])).toEqual([]);
  });
  test('are offered once what they build on is made', () => {
    const ofAdded = rewords('Pour bronze', 'WP06.91');
    expect(offered([added, ofAdded])).toEqual([added]);
    expect(offered([added, ofAdded], [added])).toEqual([ofAdded]);
  });
});
