// Uploads a file by npm's tus-js-client and prints one line of JSON.
//   node client.mjs WEB_FOLDER '{"endpoint":…,"file":…,"paper":…,"name":…,"cookie":…,
//                                "chunk":bytes,"stop_after":pieces,"resume":address}'
import { createReadStream, statSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(`${process.argv[2]}/package.json`);
const { Upload } = require('tus-js-client');
const order = JSON.parse(process.argv[3]);

let pieces = 0;
let sent = 0;
const told = (result) => {
  console.log(JSON.stringify({ pieces, sent, url: upload.url, ...result }));
  process.exit(0);
};
const upload = new Upload(createReadStream(order.file), {
  endpoint: order.endpoint,
  uploadUrl: order.resume,
  uploadSize: statSync(order.file).size,
  chunkSize: order.chunk,
  retryDelays: null,
  storeFingerprintForResuming: false,
  metadata: { filename: order.name, paper: order.paper },
  headers: order.cookie ? { Cookie: order.cookie } : {},
  onBeforeRequest(request) {
    if (request.getMethod() !== 'PATCH') return;
    if (pieces === order.stop_after) told({ stopped: true });
    pieces += 1;
  },
  onChunkComplete: (size) => { sent += size; },
  onSuccess: () => told({ done: true }),
  onError: (error) => told({ status: error.originalResponse?.getStatus() ?? 0 }),
});
upload.start();
