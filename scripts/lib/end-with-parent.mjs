// Loaded into each server that `npm start` runs: when the starter is killed, the server must not stay behind on its port.
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
