#include "commands/demo_petition_texts.hpp"

#include <array>

namespace motcua::commands {
namespace {

constexpr std::array<MadeUpPetition, 34> all_made_up{{
    {petition::Kind::Suggestion, "reception", Fate::Liked,
     "Quầy tiếp nhận nên có bảng viết to thành phần hồ sơ của từng thủ tục. Tôi đến hai lần mới "
     "biết phải mang bản dịch thư mời.",
     "Cảm ơn góp ý. Từ ngày 01/02/2016, bảng thành phần hồ sơ đã treo tại quầy và có trên trang "
     "thủ tục của Sở; giấy hẹn cũng ghi rõ từng giấy tờ."},
    {petition::Kind::Lateness, "lanh-su", Fate::Published,
     "Hồ sơ cử đoàn đi công tác của cơ quan tôi quá hẹn ba ngày mà không ai báo. Đoàn phải đổi vé "
     "máy bay.",
     "Sở xin lỗi cơ quan. Hồ sơ chậm vì chờ ý kiến bổ sung mà không báo lại. Phòng Lãnh sự đã nhắc "
     "chuyên viên phụ trách và từ nay gửi thư xin lỗi, hẹn lại trước ngày hẹn trả."},
    {petition::Kind::ExtraPapers, "lanh-su", Fate::Published,
     "Khi làm thẻ APEC, cán bộ yêu cầu nộp thêm bản sao sổ bảo hiểm của cả công ty, trong khi "
     "hướng "
     "dẫn không có giấy này.",
     "Giấy tờ đó không có trong thành phần hồ sơ. Sở đã trả lại cho công ty và quán triệt: chỉ yêu "
     "cầu đúng giấy tờ đã công khai."},
    {petition::Kind::Conduct, "reception", Fate::Private,
     "Cán bộ ở quầy nói trống không, ném giấy tờ lại cho tôi trước mặt nhiều người.",
     "Sở đã xem lại sự việc, cán bộ đã gửi lời xin lỗi tới bà và bị nhắc nhở trước đơn vị."},
    {petition::Kind::Burden, "hop-tac", Fate::AnsweredLate,
     "Xin phép tổ chức hội thảo phải gửi năm bộ giấy. Sao không nộp một bộ qua mạng rồi các cơ "
     "quan "
     "cùng xem?",
     "Kiến nghị hợp lý. Sở trả lời chậm và xin lỗi về việc này. Từ quý III/2016, hồ sơ hội thảo "
     "nộp "
     "qua mạng chỉ cần một bộ."},
    {petition::Kind::Suggestion, "reception", Fate::Published,
     "Đề nghị thông báo bằng thư điện tử khi có kết quả để chúng tôi khỏi gọi điện hỏi.",
     "Sở đã bật thông báo bằng thư điện tử. Khi nộp hồ sơ, chọn “Báo cho tôi bằng thư điện tử”."},
    {petition::Kind::Lateness, "lanh-su", Fate::Disliked,
     "Gia hạn thị thực cho chuyên gia của công ty chậm một tuần, chuyên gia phải ngừng việc.",
     "Hồ sơ được giải quyết ngày 12/5. Việc chậm do hồ sơ nhiều."},
    {petition::Kind::Burden, "lanh-su", Fate::Published,
     "Mẫu đơn cử đoàn bắt khai lại thông tin thành viên đã khai năm trước, mất cả buổi.",
     "Từ nay khi đăng nhập, đơn điền sẵn những gì cơ quan đã có; người nộp chỉ sửa chỗ thay đổi."},
    {petition::Kind::Suggestion, "hop-tac", Fate::Liked,
     "Nên đăng lịch các hội thảo quốc tế đã được phép để các đơn vị tránh trùng ngày.",
     "Sở sẽ đăng danh sách hằng tháng trên trang thông tin điện tử, bắt đầu từ tháng sau."},
    {petition::Kind::ExtraPapers, "hop-tac", Fate::Supplemented,
     "Tôi bị yêu cầu nộp bản chính giấy phép của tổ chức phi chính phủ, đề nghị Sở xem lại.",
     "Thủ tục chỉ cần bản sao. Sở đã nhận bản sao và xin lỗi vì hướng dẫn sai."},
    {petition::Kind::Conduct, "lanh-su", Fate::Published,
     "Tôi gọi điện bốn lần hỏi hồ sơ đều bị ngắt máy, không ai xưng tên.",
     "Sở xin lỗi. Số máy trực đã phân công người theo buổi, người trực xưng tên và ghi lại câu "
     "hỏi; "
     "tiến độ hồ sơ xem được bất cứ lúc nào ở trang tra cứu."},
    {petition::Kind::Suggestion, "reception", Fate::Refused,
     "Đề nghị Sở mở thêm tuyến xe buýt qua phố Lê Lai.",
     "Việc này không thuộc thẩm quyền của Sở Ngoại vụ. Mời gửi kiến nghị đến Sở Giao thông Vận "
     "tải."},
    {petition::Kind::Lateness, "lanh-su", Fate::AnsweredLate,
     "Hẹn trả ngày 30/8 nhưng đến 06/9 mới có quyết định, đoàn không kịp bay cùng nhau.",
     "Sở xin lỗi vì hồ sơ và cả thư trả lời này đều chậm. Bước trình Uỷ ban kéo dài ba ngày so với "
     "quy trình; Sở đã đề nghị rút ngắn và theo dõi riêng bước này."},
    {petition::Kind::Burden, "reception", Fate::Published,
     "Quầy chỉ nhận hồ sơ đến 16 giờ 30, người đi làm không kịp.",
     "Hồ sơ nộp qua mạng được nhận mọi lúc, tính ngày làm việc kế tiếp. Sở đang xem xét nhận sáng "
     "thứ Bảy."},
    {petition::Kind::Suggestion, "lanh-su", Fate::Private,
     "Xin gợi ý thêm mục hỏi đáp cho người đi công tác lần đầu.",
     "Cảm ơn góp ý, mục hỏi đáp đã có ở trang chọn thủ tục."},
    {petition::Kind::Conduct, "reception", Fate::NotPublished,
     "Cán bộ yêu cầu tôi đưa thêm tiền để được làm nhanh. Tôi kể rõ tên và ngày giờ trong thư này.",
     "Sở đã chuyển nội dung cho cơ quan kiểm tra và đang làm rõ; sẽ báo kết quả cho ông."},
    {petition::Kind::ExtraPapers, "lanh-su", Fate::Liked,
     "Công văn cử đoàn đã ký số mà vẫn bị yêu cầu nộp bản giấy đóng dấu đỏ.",
     "Văn bản đã ký số có giá trị như bản giấy. Quầy đã được nhắc và không yêu cầu bản giấy nữa."},
    {petition::Kind::Suggestion, "reception", Fate::Withdrawn,
     "Đề nghị trả lại hồ sơ của tôi sớm hơn.", "Tôi đã nhận được kết quả."},
    {petition::Kind::Lateness, "hop-tac", Fate::Published,
     "Hồ sơ xin tổ chức hội thảo có yếu tố nước ngoài bị trễ hai ngày so với giấy hẹn.",
     "Sở xin lỗi. Cơ quan được hỏi ý kiến trả lời chậm; Sở đã gửi thư xin lỗi và hẹn lại cho người "
     "nộp, nhưng gửi muộn."},
    {petition::Kind::Burden, "lanh-su", Fate::Disliked,
     "Làm thẻ APEC qua quá nhiều cơ quan, mỗi nơi hỏi lại cùng một giấy tờ.",
     "Quy trình do nhiều cơ quan cùng quy định, Sở ghi nhận kiến nghị."},
    {petition::Kind::Suggestion, "reception", Fate::Published,
     "Trang tra cứu nên ghi ai đang giữ hồ sơ và đến bao giờ.",
     "Trang tra cứu đã hiện đơn vị đang giải quyết, hạn của bước và lý do của từng ngày."},
    {petition::Kind::ExtraPapers, "lanh-su", Fate::Supplemented,
     "Bị đòi nộp lại hộ chiếu bản sao công chứng dù đã nộp lần trước.",
     "Giấy tờ đã có trong kho của cơ quan thì không phải nộp lại. Sở đã đưa giấy tờ này vào hồ "
     "sơ."},
    {petition::Kind::Conduct, "reception", Fate::Liked,
     "Chờ bốn mươi phút mà quầy số 2 không có người, hỏi thì không ai trả lời.",
     "Sở xin lỗi. Quầy số 2 hôm đó thiếu người trực thay; nay có lịch trực dự phòng dán tại quầy."},
    {petition::Kind::Suggestion, "hop-tac", Fate::RefusedLate,
     "Đề nghị Sở can thiệp để trường cấp học bổng cho con tôi.",
     "Nội dung không thuộc phản ánh, kiến nghị về thủ tục hành chính của Sở."},
    {petition::Kind::Burden, "hop-tac", Fate::Published,
     "Danh mục quốc gia trong đơn thiếu tên vài nước nên không chọn được.",
     "Danh mục đã được bổ sung đủ theo danh sách mới; đơn đang điền dở cũng chọn được ngay."},
    {petition::Kind::Lateness, "lanh-su", Fate::Published,
     "Hồ sơ ghi đúng hạn trên mạng nhưng thực tế tôi nhận kết quả sau ngày hẹn.",
     "Ngày hẹn đầu tiên luôn được giữ và hồ sơ này bị tính là trễ hẹn trong số liệu của Sở. Sở xin "
     "lỗi ông bà."},
    {petition::Kind::Suggestion, "reception", Fate::Liked,
     "Cán bộ hướng dẫn tận tình, chỉ mong chữ trên giấy hẹn to hơn cho người già đọc.",
     "Cảm ơn ông bà. Cỡ chữ của giấy hẹn đã tăng; trang tra cứu cũng phóng to được."},
    {petition::Kind::Suggestion, "lanh-su", Fate::OpenLate,
     "Đề nghị Sở cho nộp hồ sơ gia hạn thị thực theo nhóm, mỗi tháng công ty tôi làm hơn mười hồ "
     "sơ "
     "giống nhau.",
     ""},
    {petition::Kind::Lateness, "lanh-su", Fate::OpenLate,
     "Tôi được hẹn trả ngày 24/02 mà đến nay chưa có kết quả, gọi điện chỉ bảo chờ.", ""},
    {petition::Kind::Burden, "hop-tac", Fate::Open,
     "Hồ sơ văn phòng tổ chức phi chính phủ phải dịch công chứng mọi giấy tờ, chi phí rất lớn.",
     ""},
    {petition::Kind::ExtraPapers, "lanh-su", Fate::Waiting,
     "Cán bộ yêu cầu thêm giấy tờ ngoài danh mục.",
     "Bạn nộp hồ sơ nào, ngày nào, và giấy tờ được yêu cầu thêm là gì?"},
    {petition::Kind::Conduct, "reception", Fate::Open,
     "Tôi bị yêu cầu ra photo ở đúng một cửa hàng đối diện, giá gấp đôi nơi khác.", ""},
    {petition::Kind::Suggestion, "reception", Fate::Open,
     "Nên có ghế cho người khuyết tật và lối lên cho xe lăn ở quầy tiếp nhận.", ""},
    {petition::Kind::Suggestion, "", Fate::Open,
     "Xin mở kênh nhận hồ sơ qua bưu chính ở các huyện ngoại thành.", ""},
}};

}  // namespace

std::span<const MadeUpPetition> made_up_petitions() { return all_made_up; }

}  // namespace motcua::commands
