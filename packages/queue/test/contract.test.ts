import { afterEach, expect, it } from 'vitest';
import { hastyRetries, queueContract } from '../src/contract.ts';
import { createInProcessQueue } from '../src/in-process.ts';
import { patientRetries, type Queue } from '../src/port.ts';

const open: Queue[] = [];
afterEach(async () => {
  for (const queue of open.splice(0)) await queue.close();
});

for (const { name, run } of queueContract) {
  it(`in this process: ${name}`, async () => {
    const failures: Parameters<typeof run>[0]['failures'] = [];
    const make = () =>
      createInProcessQueue({
        retries: hastyRetries,
        failed: (turn, _, last) => void failures.push({ turn, last }),
      });
    const carried = { queue: make(), beside: make(), failures };
    open.push(carried.queue, carried.beside);
    await expect(run(carried)).resolves.toBeUndefined();
  });
}

it('waits twice as long after each failure, up to a minute', () => {
  const waits = Array.from({ length: patientRetries.tries }, (_, failed) => patientRetries.wait(failed + 1));
  expect(waits.map((wait) => wait / 1000)).toEqual([1, 2, 4, 8, 16, 32, 60, 60, 60, 60]);
});
