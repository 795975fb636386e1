import { describe, expect, test } from 'vitest';
import { createFakeApi, type FakeApi } from '../../testing/fake-api.js';
import { fakeStandingRequest } from '../../testing/fake-standing.js';
import type { people } from '../../testing/fake-world.js';
import { openPortal } from '../../testing/render-as.js';

const whose = { adaeze: 0, tomas: 1, priya: 2 } as const;

async function openStanding(
  who: keyof typeof people,
  of: keyof typeof whose,
  prepare: (api: FakeApi) => void = () => {},
) {
  const api = createFakeApi(who);
  prepare(api);
  const { id } = api.state.apprenticeships[whose[of]] ?? { id: '' };
  const opened = await openPortal(api, who === of ? '/standing' : `/apprentices/${id}/standing`);
  await expect.element(opened.screen.getByRole('heading', { name: 'What may be granted' })).toBeVisible();
  return { api, id, ...opened };
}

const standingOf = ({ state }: FakeApi, of: keyof typeof whose) => {
  const standing = state.standing.get(state.apprenticeships[whose[of]]?.id ?? '');
  if (!standing) throw new Error('the fake has no advanced standing');
  return standing;
};

describe('advanced standing', () => {
  test('shows what was asked for, why, by whom and with which evidence', async () => {
    const { screen } = await openStanding('wanda', 'adaeze');
    const request = screen.getByRole('region', { name: 'Asked for 120 h on the job and 1 skill' });
    await expect.element(request.getByText('waits for the sponsor')).toBeVisible();
    await expect.element(request.getByText(/^by Erin Schultz,/)).toBeVisible();
    await expect.element(request.getByText('169 h left')).toBeVisible();
    await expect.element(request.getByText(/Letter of the plant manager/)).toBeVisible();
    await expect.element(screen.getByText('7 h 30 on the job are granted so far.')).toBeVisible();
  });

  test('says when nothing was asked for yet, and to a mentor only that', async () => {
    const { screen } = await openStanding('lucia', 'priya');
    await expect.element(screen.getByText('Nothing was asked for yet')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Ask for credit' })).not.toBeInTheDocument();
  });
});

describe('asking for credit', () => {
  test('sends hours, skills, reason and evidence', async () => {
    const { screen, api } = await openStanding('adaeze', 'adaeze');
    await screen.getByRole('button', { name: 'Ask for credit' }).click();
    await screen.getByText(/^On the job, by work process/).click();
    await screen.getByRole('checkbox', { name: /^Set up production equipment/ }).click();
    await screen.getByRole('textbox', { name: 'Hours of Set up production equipment' }).fill('40:30');
    await screen.getByText(/^Skills of the Job Book/).click();
    await screen.getByRole('checkbox', { name: /^Change over tooling/ }).click();
    await screen.getByRole('textbox', { name: 'Reason' }).fill('Press school in Milwaukee');
    await screen.getByRole('textbox', { name: 'Evidence' }).fill('Certificate');
    await screen.getByRole('button', { name: 'Add evidence' }).click();
    await screen.getByRole('textbox', { name: 'Evidence 2' }).fill('Letter');
    await screen.getByRole('textbox', { name: 'Where it is kept' }).last().fill('folder 3');
    await screen.getByRole('button', { name: 'Ask for 40 h 30 on the job and 1 skill' }).click();

    await expect.element(screen.getByText(/^The request is with the sponsor/)).toBeVisible();
    await expect
      .element(screen.getByRole('heading', { name: 'Asked for 40 h 30 on the job and 1 skill' }))
      .toBeVisible();
    expect(api.calls.findLast((call) => call.line.startsWith('POST'))?.body).toMatchObject({
      items: [
        { kind: 'work-process', workProcess: 'WP05', minutes: 2430 },
        { kind: 'competency', competency: 'WP05.5', level: 3 },
      ],
      reason: 'Press school in Milwaukee',
      evidence: [
        { title: 'Certificate', reference: '' },
        { title: 'Letter', reference: 'folder 3' },
      ],
      youthMinutes: null,
    });
  });

  test('names what is missing and what is too much, and goes there', async () => {
    const { screen, api } = await openStanding('erin', 'adaeze');
    await screen.getByRole('button', { name: 'Ask for credit' }).click();
    await screen.getByRole('button', { name: 'Ask for credit' }).click();
    await expect.element(screen.getByText('Choose what credit is asked for.')).toBeVisible();
    await expect.element(screen.getByText('Say why')).toBeVisible();
    await expect.element(screen.getByText('Name what proves it')).toBeVisible();
    await expect.element(screen.getByRole('textbox', { name: 'Reason' })).toHaveFocus();

    await screen.getByText(/^On the job, by work process/).click();
    await screen.getByRole('checkbox', { name: /^Set up production equipment/ }).click();
    await screen.getByRole('textbox', { name: 'Hours of Set up production equipment' }).fill('500');
    await expect.element(screen.getByText('Only 96 h are left')).toBeVisible();
    expect(api.calls.filter((call) => call.line.startsWith('POST'))).toEqual([]);
  });

  test('begins with what an earlier record shows', async () => {
    const { screen } = await openStanding('wanda', 'priya', (api) => {
      standingOf(api, 'priya').proposed = [
        { kind: 'work-process', workProcess: 'WP03', minutes: 30_000 },
        { kind: 'course', course: 'RTI09', minutes: 960 },
      ];
    });
    await expect.element(screen.getByText('an earlier record shows what may be asked for')).toBeVisible();
    await screen.getByRole('button', { name: 'Ask for credit' }).click();
    await expect.element(screen.getByRole('checkbox', { name: /^Interpret technical/ })).toBeChecked();
    await expect.element(screen.getByRole('textbox', { name: /^Hours of Interpret/ })).toHaveValue('200');
    await expect
      .element(screen.getByRole('button', { name: 'Ask for 200 h on the job and 16 h of instruction' }))
      .toBeVisible();
  });

  test('asks for youth hours where the agency counts a part of them', async () => {
    const { screen, api } = await openStanding('erin', 'priya', (api) => {
      standingOf(api, 'priya').policy = { capMinutes: 60_000, percentOfYouthHours: 75, evidenceDueOn: null };
    });
    await expect.element(screen.getByText('At most 1,000 h on the job may be granted.')).toBeVisible();
    await screen.getByRole('button', { name: 'Ask for credit' }).click();
    await screen.getByText(/^Instruction, by course/).click();
    await screen.getByRole('checkbox', { name: /^Industrial Math/ }).click();
    await screen.getByRole('textbox', { name: 'Hours of Industrial Math' }).fill('10');
    await screen.getByRole('textbox', { name: 'Hours worked as a youth apprentice' }).fill('450');
    await screen.getByRole('textbox', { name: 'Reason' }).fill('Youth apprenticeship');
    await screen.getByRole('textbox', { name: 'Evidence' }).fill('Certificate');
    await screen.getByRole('button', { name: 'Ask for 10 h of instruction' }).click();
    await expect.element(screen.getByText(/450 h as a youth apprentice$/)).toBeVisible();
    expect(api.calls.findLast((call) => call.line.startsWith('POST'))?.body).toMatchObject({ youthMinutes: 27_000 });
  });
});

describe('deciding', () => {
  test('grants in part with a reason, and what is left goes down', async () => {
    const { screen, api } = await openStanding('wanda', 'adaeze');
    await screen.getByRole('button', { name: 'Decide' }).click();
    await screen.getByRole('textbox', { name: /^Hours granted of Produce products/ }).fill('100');
    await screen.getByRole('checkbox', { name: /^Participate in periodic internal/ }).click();
    await screen.getByRole('button', { name: 'Grant 100 h on the job' }).click();
    await expect.element(screen.getByRole('textbox', { name: 'Reason' })).toHaveFocus();
    await screen.getByRole('textbox', { name: 'Reason' }).fill('As the letter shows');
    await screen.getByRole('button', { name: 'Grant 100 h on the job' }).click();

    await expect.element(screen.getByText('Granted: 100 h on the job. It counts now.')).toBeVisible();
    await expect.element(screen.getByText('granted in part')).toBeVisible();
    await expect.element(screen.getByText('asked for 120 h')).toBeVisible();
    await expect.element(screen.getByText(/^Granted by Wanda Novak, .*: As the letter shows\.$/)).toBeVisible();
    await expect.element(screen.getByText('107 h 30 on the job are granted so far.')).toBeVisible();
    await expect.element(screen.getByRole('button', { name: 'Decide' })).not.toBeInTheDocument();
    expect(api.calls.findLast((call) => call.line.endsWith('/decision'))?.body).toEqual({
      granted: [{ kind: 'work-process', workProcess: 'WP02', minutes: 6000 }],
      reason: 'As the letter shows',
    });
  });

  test('never grants more than was asked for or is left', async () => {
    const { screen } = await openStanding('wanda', 'adaeze');
    await screen.getByRole('button', { name: 'Decide' }).click();
    const hours = screen.getByRole('textbox', { name: /^Hours granted of Produce products/ });
    await hours.fill('150');
    await expect.element(screen.getByText('Only 120 h were asked for')).toBeVisible();
    await screen.getByRole('textbox', { name: 'Reason' }).fill('Generous');
    await screen.getByRole('button', { name: /^Grant/ }).click();
    await expect.element(hours).toHaveFocus();
  });

  test('with nothing chosen refuses the request', async () => {
    const { screen, api } = await openStanding('wanda', 'adaeze');
    await screen.getByRole('button', { name: 'Decide' }).click();
    for (const name of [/^Produce products/, /^Participate in periodic/])
      await screen.getByRole('checkbox', { name }).click();
    await screen.getByRole('textbox', { name: 'Reason' }).fill('Nothing shows it');
    await screen.getByRole('button', { name: 'Refuse the request' }).click();
    await expect.element(screen.getByText('The request is refused.')).toBeVisible();
    await expect.element(screen.getByText(/^Refused by Wanda Novak/)).toBeVisible();
    expect(api.calls.findLast((call) => call.line.endsWith('/decision'))?.body).toMatchObject({ granted: [] });
  });

  test('that the agency does not allow says why and keeps what was typed', async () => {
    const { screen } = await openStanding('wanda', 'adaeze', (api) => {
      standingOf(api, 'adaeze').policy = { capMinutes: 6000, percentOfYouthHours: null, evidenceDueOn: null };
    });
    await screen.getByRole('button', { name: 'Decide' }).click();
    await screen.getByRole('textbox', { name: 'Reason' }).fill('As the letter shows');
    await screen.getByRole('button', { name: /^Grant/ }).click();
    await expect.element(screen.getByRole('alert')).toMatchTextContent('more than the agency lets be granted');
    await expect.element(screen.getByRole('textbox', { name: 'Reason' })).toHaveValue('As the letter shows');
  });

  test('is for another person than the one who asked', async () => {
    const prepare = (api: FakeApi) => {
      const [own] = api.state.apprenticeships;
      if (own)
        standingOf(api, 'adaeze').requests = [
          fakeStandingRequest(own, 'wanda', [{ kind: 'course', course: 'RTI11', minutes: 600 }]),
        ];
    };
    const asker = await openStanding('wanda', 'adaeze', prepare);
    await expect.element(asker.screen.getByText(/another person of the sponsor decides/)).toBeVisible();
    await expect.element(asker.screen.getByRole('button', { name: 'Decide' })).not.toBeInTheDocument();
    await asker.screen.unmount();
    const other = await openStanding('ines', 'adaeze', prepare);
    await expect.element(other.screen.getByRole('button', { name: 'Decide' })).toBeVisible();
  });
});
