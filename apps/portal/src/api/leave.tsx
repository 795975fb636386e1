import { createContext, type ReactNode, useContext } from 'react';

/** Takes the browser to another site. */
export type Leave = (url: string) => void;

const LeaveContext = createContext<Leave>((url) => window.location.assign(url));

/** Says how pages beneath leave; a test looks where they would go. */
export const LeaveProvider = ({ leave, children }: { leave?: Leave | undefined; children: ReactNode }) =>
  leave ? <LeaveContext value={leave}>{children}</LeaveContext> : children;

export const useLeave = (): Leave => useContext(LeaveContext);
