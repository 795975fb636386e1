import { createContext, type ReactNode, useContext } from 'react';

const Reach = createContext(true);

/** Pages of somebody who came by a link: they reach what waits, and no record behind it. */
export const WithoutRecords = ({ children }: { children: ReactNode }) => <Reach value={false}>{children}</Reach>;

/** Whether names of apprentices lead to their records here. */
export const useReachesRecords = (): boolean => useContext(Reach);
