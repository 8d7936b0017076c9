// Our messages against npm's vnpay: it verifies what we sign, we verify what it signs, and its
// client is answered by our sandbox.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import { createInterface } from 'node:readline';

const [web, program] = process.argv.slice(2);
const require = createRequire(`${web}/package.json`);
const { VNPay, ignoreLogger, HashAlgorithm } = require('vnpay');

const side = spawn(program, { stdio: ['pipe', 'pipe', 'inherit'] });
const lines = createInterface({ input: side.stdout })[Symbol.asyncIterator]();
async function ours(line) {
  side.stdin.write(`${line}\n`);
  return (await lines.next()).value;
}

let answered = '';
const api = createServer((request, response) => {
  let body = '';
  request.on('data', (part) => { body += part; });
  request.on('end', async () => {
    answered = await ours(`api ${body}`);
    response.end(answered);
  });
});
await new Promise((ready) => { api.listen(0, '127.0.0.1', ready); });

const SECRET = 'a-secret-of-the-terminal';
const theirs = (secureSecret) => new VNPay({
  tmnCode: 'MOTCUA01', secureSecret, hashAlgorithm: HashAlgorithm.SHA512, enableLog: false,
  vnpayHost: 'https://gateway.test', queryDrAndRefundHost: `http://127.0.0.1:${api.address().port}`,
  loggerFn: ignoreLogger, testMode: false,
});
const library = theirs(SECRET);
const REFERENCE = '1704120001P1';

const tests = {
  async 'the library verifies our payment address'() {
    const address = new URL(await ours(`pay ${REFERENCE} 60000`));
    const fields = Object.fromEntries(address.searchParams);
    assert.equal(library.verifyReturnUrl(fields).isVerified, true);
    assert.equal(theirs('another').verifyReturnUrl(fields).isVerified, false);
    assert.equal(fields.vnp_Amount, '6000000');
    assert.equal(fields.vnp_CreateDate, '20170412090000');
    assert.equal(fields.vnp_ExpireDate, '20170412091500');
  },
  async 'our address is, byte for byte, the one the library builds'() {
    const built = new URL(library.buildPaymentUrl({
      vnp_Amount: 60000, vnp_IpAddr: '203.0.113.7', vnp_ReturnUrl: 'https://office.test/return/vi',
      vnp_TxnRef: REFERENCE, vnp_OrderInfo: `Phi le phi ho so ${REFERENCE}`, vnp_OrderType: 'other',
      vnp_Locale: 'vn', vnp_CreateDate: 20170412090000, vnp_ExpireDate: 20170412091500,
    }));
    assert.equal(await ours(`pay ${REFERENCE} 60000`), built.toString());
  },
  async 'our sandbox takes the address the library builds'() {
    const built = new URL(library.buildPaymentUrl({
      vnp_Amount: 70000, vnp_IpAddr: '203.0.113.7', vnp_ReturnUrl: 'https://office.test/về?a=1&b=2',
      vnp_TxnRef: '1704120002P1', vnp_OrderInfo: "Lệ phí ~ * 'hồ sơ'", vnp_OrderType: 'other',
      vnp_CreateDate: 20170412090000,
    }));
    assert.equal(await ours(`visit ${built.search.slice(1)}`), '1704120002P1 70000');
    const changed = built.search.slice(1).replace('7000000', '7000001');
    assert.equal(await ours(`visit ${changed}`), 'refused');
  },
  async 'we believe a notification signed by the library, and no other'() {
    const signed = (secret) => new URL(theirs(secret).buildPaymentUrl({
      vnp_Amount: 60000, vnp_IpAddr: '1.1.1.1', vnp_ReturnUrl: 'https://office.test/r',
      vnp_TxnRef: REFERENCE, vnp_OrderInfo: 'Thanh toán (hồ sơ)', vnp_OrderType: 'other',
      vnp_CreateDate: 20170412090000, vnp_ResponseCode: '00', vnp_TransactionStatus: '00',
      vnp_TransactionNo: '14000001', vnp_BankCode: 'NCB', vnp_PayDate: '20170412090100',
    })).search.slice(1);
    assert.equal(await ours(`read ${signed(SECRET)}`), `paid ${REFERENCE} 14000001 60000`);
    assert.equal(await ours(`read ${signed('another')}`), 'forged');
  },
  async 'the library verifies the notification of our sandbox'() {
    await ours(`visit ${new URL(await ours(`pay ${REFERENCE} 60000`)).search.slice(1)}`);
    const query = await ours(`decide ${REFERENCE}`);
    const verdict = library.verifyIpnCall(Object.fromEntries(new URLSearchParams(query)));
    assert.equal(verdict.isVerified, true);
    assert.equal(verdict.isSuccess, true);
    assert.equal(verdict.vnp_Amount, 60000);
  },
  async 'the library asks our sandbox how the order ended'() {
    const asked = (by) => by.queryDr({
      vnp_RequestId: 'q1', vnp_IpAddr: '127.0.0.1', vnp_TxnRef: REFERENCE, vnp_OrderInfo: 'hỏi',
      vnp_TransactionDate: 20170412090000, vnp_CreateDate: 20170412093000, vnp_TransactionNo: 0,
    });
    const told = await asked(library);
    assert.equal(told.isVerified, true);
    assert.equal(told.vnp_ResponseCode, '00');
    assert.equal(told.vnp_TransactionStatus, '00');
    assert.equal(told.vnp_TransactionNo, '14000001');
    assert.equal((await asked(theirs('another'))).vnp_ResponseCode, '97');
  },
  async 'the library gives money back through our sandbox, once'() {
    const back = () => library.refund({
      vnp_RequestId: 'r1', vnp_IpAddr: '127.0.0.1', vnp_TxnRef: REFERENCE, vnp_OrderInfo: 'hoàn H1',
      vnp_TransactionType: '02', vnp_Amount: 60000, vnp_TransactionNo: 14000001,
      vnp_TransactionDate: 20170412090000, vnp_CreateBy: 'minh', vnp_CreateDate: 20170412093000,
    });
    assert.equal((await back()).vnp_ResponseCode, '00');
    // The library (2.5.0) divides the amount before it checks this answer, so it is checked here.
    const told = JSON.parse(answered);
    const words = ['ResponseId', 'Command', 'ResponseCode', 'Message', 'TmnCode', 'TxnRef',
      'Amount', 'BankCode', 'PayDate', 'TransactionNo', 'TransactionType', 'TransactionStatus',
      'OrderInfo'].map((name) => told[`vnp_${name}`] ?? '').join('|');
    const signature = createHmac('sha512', SECRET).update(words).digest('hex');
    assert.equal(told.vnp_SecureHash, signature);
    assert.equal((await back()).vnp_ResponseCode, '94');
  },
};

let failed = 0;
for (const [name, test] of Object.entries(tests)) {
  try {
    await test();
    console.log(`ok ${name}`);
  } catch (error) {
    failed += 1;
    console.error(`FAILED ${name}\n`, error);
  }
}
side.stdin.end();
api.close();
process.exitCode = failed === 0 ? 0 : 1;
