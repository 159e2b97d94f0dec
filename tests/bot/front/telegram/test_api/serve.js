// Starts the Bot API server of telegram-test-api on loopback, on the port given, until standard input closes.
const TelegramServer = require('telegram-test-api');

const server = new TelegramServer({ host: '127.0.0.1', port: Number(process.argv[2]), storage: 'RAM', storeTimeout: 600 });
server.start().then(() => process.stdout.write('ready\n'));
process.stdin.resume();
process.stdin.on('end', () => process.exit(0));
