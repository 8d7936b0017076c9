#include "commands/demo_petitions.hpp"

#include <array>

#include "base/assertion.hpp"
#include "commands/demo_hours.hpp"
#include "commands/demo_petition_texts.hpp"
#include "view/generated.hpp"

namespace motcua::commands {
namespace {

constexpr std::array<std::string_view, 12> sender_names{"Đỗ Thị Hạnh",
                                                        "Ngô Văn Lực",
                                                        "Lương Mỹ Linh",
                                                        "Phan Đình Tùng",
                                                        "Tạ Thu Trang",
                                                        "Cao Bá Kiên",
                                                        "",
                                                        "Đinh Thị Nhàn",
                                                        "Mai Xuân Hòa",
                                                        "Trịnh Ngọc Diệp",
                                                        "Hồ Quang Vinh",
                                                        "Vương Tuyết Mai"};

struct MadeUpOfficer {
  std::string_view role;
  std::string_view unit;
};

// Sends one petition and lets happen what its fate says.
class Telling {
 public:
  Telling(const World& world, PetitionDesk& desk)
      : world_(world), desk_(desk), calendar_(world.calendar()), hours_(*calendar_) {}

  OrFailure<Nothing> tell(const MadeUpPetition& told, std::size_t index, Date day,
                          const std::string& dossier) {
    received_ = hours_.at_work(at(day, minutes{8 * 60 + 20 + int(index % 9) * 37}));
    petition::Received intake;
    intake.kind = told.kind;
    intake.text = told.text;
    intake.dossier = dossier;
    intake.may_publish = told.fate != Fate::Private && told.fate != Fate::Disliked;
    intake.sender = sender(index);
    perform({sender_of(intake.sender), SendPetition{intake}}, received_);
    if (!told.unit.empty()) {
      act({"reception", "reception"}, "assign", {std::string(told.unit)}, after(0, 150));
    }
    befall(told);
    if (failure_) return Unexpected{*failure_};
    return Nothing{};
  }

 private:
  static petition::Sender sender(std::size_t index) {
    petition::Sender sender;
    sender.name = sender_names[index % sender_names.size()];
    if (!sender.name.empty()) sender.email = "nguoigui" + std::to_string(index) + "@example.com";
    sender.language = "vi";
    return sender;
  }
  static dossier::Officer sender_of(const petition::Sender& sender) {
    return {{std::string(view::generator_actor), sender.name, ""},
            {std::string(petition::sender_role)}};
  }

  void befall(const MadeUpPetition& told) {
    const auto text = words(std::string(told.answer));
    petition::Input reason;
    reason.reason = told.answer;
    switch (told.fate) {
      case Fate::Published:
        return publish(told, answer(told, after(7)));
      case Fate::Liked:
        publish(told, answer(told, after(5)));
        return judge(true, after(9));
      case Fate::Private:
        answer(told, after(9));
        return;
      case Fate::Disliked:
        answer(told, after(12));
        return judge(false, after(14));
      case Fate::AnsweredLate:
        return publish(told, answer(told, after(19)));
      case Fate::NotPublished: {
        const auto answered = answer(told, after(10));
        petition::Input why;
        why.reason = "Nội dung đang được cơ quan kiểm tra làm rõ";
        return act({"director", "leadership"}, "refuse-publication", why,
                   hours_.after(answered, 300));
      }
      case Fate::Supplemented:
        act({"specialist", told.unit}, "ask-supplement",
            words("Bạn nộp hồ sơ ngày nào, ở quầy nào?"), after(2));
        act_of_sender("supplement", words("Tôi nộp đầu tháng, ở quầy số 1."), after(4));
        return publish(told, answer(told, after(11)));
      case Fate::Refused:
        return act({"reception", "reception"}, "refuse", reason, after(1));
      case Fate::RefusedLate:
        return act({"head", told.unit}, "refuse", reason, after(6));
      case Fate::Withdrawn:
        return act_of_sender("withdraw", reason, after(3));
      case Fate::Waiting:
        return act({"specialist", told.unit}, "ask-supplement", text, after(1));
      case Fate::Open:
      case Fate::OpenLate:
        return;
    }
  }

  Moment answer(const MadeUpPetition& told, Moment when) {
    const bool by_head = told.unit != "reception";
    act({by_head ? "head" : "reception", told.unit}, "answer", words(std::string(told.answer)),
        when);
    return when;
  }

  void publish(const MadeUpPetition& told, Moment answered) {
    auto moderated = words(std::string(told.text));
    moderated.answer = told.answer;
    act({"reception", "reception"}, "publish", moderated, hours_.after(answered, 400));
  }

  void judge(bool liked, Moment when) {
    petition::Input judged;
    judged.liked = liked;
    if (!liked) judged.note = "Câu trả lời không nói sẽ sửa thế nào.";
    act_of_sender("judge", judged, when);
  }

  static petition::Input words(std::string text) {
    petition::Input input;
    input.text = std::move(text);
    return input;
  }

  Moment after(int days, int more_minutes = 45) const {
    return hours_.after(received_, days * 8 * 60 + more_minutes);
  }

  void act(MadeUpOfficer by, std::string_view name, petition::Input input, Moment when) {
    const auto people = world_.office().people_with(by.role, by.unit);
    MOTCUA_ASSERT(!people.empty());
    const auto& person = *people.front();
    perform({{{std::string(view::generator_actor), person.name, person.unit}, person.roles},
             ActOnPetition{code_, std::string(name), std::move(input), {}}},
            when);
  }

  void act_of_sender(std::string_view name, petition::Input input, Moment when) {
    perform({sender_of(desk_.find(code_)->received.sender),
             ActOnPetition{code_, std::string(name), std::move(input), {}}},
            when);
  }

  void perform(PetitionRequest request, Moment when) {
    if (failure_) return;
    request.as_if_at = when;
    const auto outcome = desk_.perform(request);
    if (const auto* done = std::get_if<PetitionDone>(&outcome)) {
      code_ = done->petition->code;
    } else if (const auto* rejection = std::get_if<Rejection>(&outcome)) {
      failure_ =
          Failure{FailureKind::Unavailable,
                  "demo petitions: " + std::string(rejection->code()) + " for " + code_, false};
    } else if (const auto* failure = std::get_if<Failure>(&outcome)) {
      failure_ = *failure;
    }
  }

  const World& world_;
  PetitionDesk& desk_;
  CalendarSnapshot calendar_;
  WorkingHours hours_;
  Moment received_{};
  std::string code_;
  std::optional<Failure> failure_;
};

bool is_left_open(Fate fate) {
  return fate == Fate::Open || fate == Fate::OpenLate || fate == Fate::Waiting;
}

// The day in a dossier's code: "000.00.00.H26-160412-0001".
Date day_in(std::string_view code) {
  const auto digits = code.substr(code.rfind('-') - 6, 6);
  const auto number = [&](std::size_t from) {
    return (digits[from] - '0') * 10 + (digits[from + 1] - '0');
  };
  return make_date(2000 + number(0), unsigned(number(2)), unsigned(number(4)));
}

// The newest of these whose applicant has waited long enough to complain, but not for ever; it is
// taken out.
std::string take_dossier(std::vector<std::string>& codes, Date day) {
  for (auto code = codes.rbegin(); code != codes.rend(); ++code) {
    const auto waited = day - day_in(*code);
    if (waited < std::chrono::days{14} || waited > std::chrono::days{90}) continue;
    auto taken = *code;
    codes.erase(std::next(code).base());
    return taken;
  }
  return {};
}

}  // namespace

OrFailure<Nothing> make_demo_petitions(const World& world, PetitionDesk& desk, Moment until,
                                       std::vector<std::string> late_dossiers) {
  const auto calendar = world.calendar();
  const WorkingHours hours(*calendar);
  const auto all = made_up_petitions();
  Date day = make_date(2016, 1, 18);
  for (std::size_t index = 0; index < all.size(); ++index) {
    const auto& told = all[index];
    if (is_left_open(told.fate)) {
      // The last ones: those too late five weeks before the demonstration opens, the others lately.
      const bool late = told.fate == Fate::OpenLate;
      const int days_before = late ? 38 + int(index % 3) : int(all.size() - index) + 1;
      day = hours.working_days_after(date_of(until) - std::chrono::days{days_before}, 1);
    } else {
      day = hours.working_days_after(day, 9 + int(index * 7 % 4));
    }
    std::string dossier;
    if (told.kind == petition::Kind::Lateness) dossier = take_dossier(late_dossiers, day);
    if (const auto made = Telling(world, desk).tell(told, index, day, dossier); !made) return made;
  }
  return Nothing{};
}

}  // namespace motcua::commands
