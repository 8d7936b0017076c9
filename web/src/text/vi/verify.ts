// Texts of the page where anybody checks an issued result.
import type { Words } from '../words';

export const vi = {
  'title': 'Kiểm tra văn bản của cơ quan',
  'lead': 'Xem một kết quả có thật do cơ quan này phát hành không, và còn hiệu lực không. Không '
    + 'cần tài khoản.',
  'number.title': 'Bằng số và mã in trên văn bản',
  'number': 'Số văn bản',
  'number.hint': 'Ví dụ: 12/SNgV-LS',
  'number.missing': 'Nhập số văn bản',
  'code': 'Mã kiểm tra',
  'code.hint': 'In cạnh mã QR, cuối văn bản. Gõ liền hay cách đều được.',
  'code.missing': 'Nhập mã kiểm tra',
  'check': 'Kiểm tra',
  'checking': 'Đang kiểm tra…',
  'file.title': 'Bằng tệp PDF',
  'file.lead': 'Cách chắc chắn nhất: tệp bị sửa một chữ cũng biết. Tệp chỉ dùng để kiểm tra, không '
    + 'được giữ lại.',
  'file.choose': 'Chọn tệp PDF, hoặc kéo thả vào đây',
  'file.rule': 'PDF, tối đa 20 MB.',
  'file.kind': 'Tệp {name} không phải PDF. Ảnh chụp hay bản quét thì kiểm tra bằng số và mã.',
  'file.size': 'Tệp {name} nặng {size}; chỉ nhận đến 20 MB.',
  'file.checking': 'Đang kiểm tra tệp {name}…',
  'answer.valid': 'Văn bản thật, còn hiệu lực',
  'answer.expired': 'Văn bản thật, nhưng đã hết hiệu lực',
  'answer.replaced': 'Bản này đã được thay bằng bản khác',
  'answer.revoked': 'Văn bản này đã bị thu hồi',
  'answer.altered-file': 'Tệp này đã bị sửa sau khi ký',
  'answer.unknown-file': 'Cơ quan này không phát hành tệp này',
  'answer.unknown-number': 'Không có văn bản nào mang số và mã này',
  'advice.valid.number': 'Hãy so văn bản bạn cầm với các dòng dưới đây. Muốn biết nội dung có '
    + 'bị sửa không, kiểm tra bằng tệp PDF.',
  'advice.valid.file': 'Tệp đúng là bản cơ quan đã phát hành, không bị sửa chỗ nào.',
  'advice.expired': 'Văn bản chỉ có giá trị đến hết {day}.',
  'advice.replaced': 'Đừng dùng bản này nữa. Bản mới được phát hành lúc {moment}.',
  'advice.revoked': 'Đừng dùng văn bản này. Cơ quan thu hồi lúc {moment}, theo văn bản số '
    + '{document}.',
  'advice.earlier': 'Bản đang có hiệu lực được phát hành lúc {moment}, thay cho bản trước. Văn bản '
    + 'bạn cầm nếu ký trước lúc đó là bản cũ, đã được thay thế.',
  'advice.altered-file': 'Đừng dùng tệp này: nội dung không còn như lúc ký. Hãy xin lại tệp gốc '
    + 'từ người đưa văn bản cho bạn.',
  'advice.unknown-file': 'Tệp có thể đã bị sửa, đã được một phần mềm lưu lại khác đi, hoặc là '
    + 'của cơ quan khác. Hãy kiểm tra thêm bằng số và mã in trên văn bản.',
  'advice.unknown-number': 'Hãy so lại từng ký tự. Nếu vẫn không khớp, đừng dùng văn bản này và '
    + 'hỏi cơ quan.',
  'advice.call': 'Gọi {phone} để hỏi.',
  'of.file': 'Tệp đã kiểm tra: {name}',
  'fact.date': 'Ngày văn bản',
  'fact.office': 'Cơ quan phát hành',
  'fact.procedure': 'Thủ tục',
  'fact.outcome': 'Kết quả',
  'outcome.granted': 'Đồng ý',
  'outcome.refused': 'Không đồng ý',
  'fact.applicant': 'Người nộp hồ sơ (tên đã che bớt)',
  'fact.origin': 'Bản điện tử',
  'fact.checked': 'Kiểm tra lúc',
  'signatures': 'Chữ ký số trong tệp',
  'signatures.none': 'Tệp không có chữ ký số nào.',
  'signature.holds': 'Chữ ký đúng. Tệp không bị sửa từ khi ký, và biết chắc ai ký.',
  'signature.broken': 'Chữ ký không đúng. Nội dung đã bị sửa sau khi ký, hoặc tệp bị hỏng.',
  'signature.changed': 'Chữ ký đúng vào lúc ký, nhưng sau đó tệp đã bị sửa.',
  'signature.untrusted': 'Tệp không bị sửa từ khi ký, nhưng không xác nhận được ai đã ký.',
  'signature.time': 'Ký lúc {moment}, theo giờ máy người ký.',
  'signature.time.proven': 'Ký lúc {moment}, có dấu thời gian chứng thực.',
  'signature.issuer': 'Chứng thư số do {issuer} cấp.',
  'print': 'In kết quả kiểm tra',
  'help': 'Vì sao nên kiểm tra',
  'help.text': 'Văn bản giấy và ảnh chụp có thể bị làm giả. Số, mã QR và mã kiểm tra dẫn về sổ của '
    + 'cơ quan; chữ ký số trong tệp PDF cho biết nội dung có còn nguyên như lúc ký.',
} satisfies Record<string, Words>;
