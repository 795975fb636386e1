import { endpoints } from '@journeybook/contracts';
import { useMutation, useQuery } from '@tanstack/react-query';
import type { z } from 'zod';
import { useClient } from '../../api/client.js';

/** What may be added, to which course of the platform. */
export function usePicker() {
  const client = useClient();
  return useQuery({ queryKey: ['picker'], queryFn: ({ signal }) => client(endpoints.readPicker, { signal }) });
}

/** Keeps the choice; the answer names it for the way back to the platform. */
export function usePickCourses() {
  const client = useClient();
  return useMutation({
    mutationFn: (body: z.input<NonNullable<typeof endpoints.pickCourses.body>>) =>
      client(endpoints.pickCourses, { body }),
  });
}
