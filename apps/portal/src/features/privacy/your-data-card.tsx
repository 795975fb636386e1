import { Button } from '@mantine/core';
import { endpoints } from '@journeybook/contracts';
import { useMutation } from '@tanstack/react-query';
import { useClient } from '../../api/client.js';
import { ProblemNotice } from '../../ui/problem-notice.js';
import { saveFile } from '../../ui/save-file.js';
import { today } from '../../ui/show-dates.js';
import { ownDataFiles } from './own-data-files.js';

/** Everything that Journeybook keeps about whoever is signed in, as one file to carry away. */
export function YourDataCard() {
  const client = useClient();
  const fetchData = useMutation({
    mutationFn: async () => {
      const files = ownDataFiles(await client(endpoints.readOwnData, {}));
      const { strToU8, zipSync } = await import('fflate');
      const packed = zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));
      saveFile(`journeybook-${today()}.zip`, packed, 'application/zip');
    },
    gcTime: 0,
  });
  return (
    <section className="card stack" aria-labelledby="your-data">
      <h2 id="your-data">Your data</h2>
      <p>
        One file with everything that is kept about you here: a page to read, tables, and the same for machines. Keep it
        in a safe place.
      </p>
      <div role="status">{fetchData.isSuccess && 'Your file is saved on this device.'}</div>
      <ProblemNotice error={fetchData.error} />
      <div>
        <Button variant="default" loading={fetchData.isPending} onClick={() => fetchData.mutate()}>
          Save my data
        </Button>
      </div>
    </section>
  );
}
