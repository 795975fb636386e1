import {
  type ConnectPlatformBody,
  type CorrectPlatformBody,
  endpoints,
  type PlatformsView,
  type Shown,
} from '@journeybook/contracts';
import type { OrganizationId } from '@journeybook/domain';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';
import { readIfChanged } from '../../ui/changed-since-shown.js';

const collegesKey = ['platform-colleges'] as const;
const platformsKey = (college: string) => ['platforms', college] as const;
const checkPatienceMilliseconds = 60_000;

/** The colleges whose platforms this person manages, and the sponsors for which they may add one. */
export function useColleges() {
  const client = useClient();
  return useQuery({
    queryKey: collegesKey,
    queryFn: ({ signal }) => client(endpoints.listPlatformColleges, { signal }),
  });
}

const isChecking = (view: PlatformsView | undefined): boolean =>
  (view?.connections ?? []).some(
    ({ check }) => check && !check.doneAt && Date.now() - Date.parse(check.askedAt) < checkPatienceMilliseconds,
  );

/** A college's platforms; read again while a check is under way. */
export function usePlatforms(college: string) {
  const client = useClient();
  return useQuery({
    queryKey: platformsKey(college),
    queryFn: ({ signal }) => client(endpoints.readPlatforms, { params: { college }, signal }),
    refetchInterval: ({ state }) => (isChecking(state.data) ? 1_500 : false),
  });
}

export function useAddCollege() {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: { sponsor: OrganizationId; name: string }) => client(endpoints.addCollege, { body }),
    onSuccess: () => queries.invalidateQueries({ queryKey: collegesKey }),
  });
}

export function useInvite(college: string) {
  const client = useClient();
  return useMutation({ mutationFn: () => client(endpoints.invitePlatform, { params: { college } }) });
}

export function useConnect(college: string) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: ConnectPlatformBody) => client(endpoints.connectPlatform, { params: { college }, body }),
    onSuccess: (view) => queries.setQueryData(platformsKey(college), view),
  });
}

const acts = {
  approve: endpoints.approvePlatform,
  block: endpoints.blockPlatform,
  unblock: endpoints.unblockPlatform,
  check: endpoints.checkPlatform,
} as const;
export type PlatformAct = keyof typeof acts;

/** Approves, blocks, opens again or checks one installation; what is shown afterwards is what the answer says. */
export function useAct(college: string) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ act, platform }: { act: PlatformAct; platform: string }) =>
      client(acts[act], { params: { college, platform } }),
    onSuccess: (view) => queries.setQueryData(platformsKey(college), view),
    onError: () => queries.invalidateQueries({ queryKey: platformsKey(college) }),
  });
}

export function useRename(college: string) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ platform, name, shown }: { platform: string; name: string; shown: Shown }) =>
      client(endpoints.renamePlatform, { params: { college, platform }, body: { name }, ifMatch: shown }),
    onSuccess: (view) => queries.setQueryData(platformsKey(college), view),
    onError: readIfChanged(queries, platformsKey(college)),
  });
}

/** Puts right what was entered of a platform. */
export function useCorrect(college: string) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ platform, body, shown }: { platform: string; body: CorrectPlatformBody; shown: Shown }) =>
      client(endpoints.correctPlatform, { params: { college, platform }, body, ifMatch: shown }),
    onSuccess: (view) => queries.setQueryData(platformsKey(college), view),
    onError: readIfChanged(queries, platformsKey(college)),
  });
}

/** Takes away a connection that nobody opened. */
export function useRemove(college: string) {
  const client = useClient();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ platform, shown }: { platform: string; shown: Shown }) =>
      client(endpoints.removePlatform, { params: { college, platform }, ifMatch: shown }),
    onSuccess: (view) => queries.setQueryData(platformsKey(college), view),
    onError: readIfChanged(queries, platformsKey(college)),
  });
}
