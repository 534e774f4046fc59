const signals = ['SIGINT', 'SIGTERM'] as const;

/**
 * Resolves once SIGINT or SIGTERM has come and everything is closed. A second signal ends the process at once, with
 * exit code 130.
 */
export const untilStopped = async (running: { readonly close: () => Promise<void> }): Promise<void> => {
  await new Promise<void>((resolve) => {
    let first = true;
    const onSignal = (): void => {
      if (!first) process.exit(130);
      first = false;
      resolve();
    };
    for (const signal of signals) {
      // Whoever ended the process at once until now would cut off requests under way.
      process.removeAllListeners(signal);
      process.on(signal, onSignal);
    }
  });
  await running.close();
};
