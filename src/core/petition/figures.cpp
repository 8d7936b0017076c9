#include "petition/figures.hpp"

#include <algorithm>

namespace motcua::petition {
namespace {

bool is_in(const Period& period, const std::optional<Moment>& moment) {
  return moment && date_of(*moment) >= period.first && date_of(*moment) <= period.last &&
         *moment <= period.as_of;
}

bool ended_as(const Petition& petition, Status status, const Period& period) {
  return petition.status == status && is_in(period, petition.ended_at);
}

bool is_open_at(const Petition& petition, Moment as_of) {
  return petition.received_at <= as_of && (!petition.ended_at || *petition.ended_at > as_of);
}

bool fell_due(const Duty& duty, const Period& period) {
  return duty.fell_due(period.as_of) && is_in(period, duty.due);
}

enum class Share { FellDue, InTerm, Late, Owed };

bool has_duty(const Petition& petition, DutyKind kind, Share share, const Period& period) {
  if (petition.received_at > period.as_of) return false;
  const auto duties = duties_at(petition, period.as_of);
  return std::ranges::any_of(duties, [&](const Duty& duty) {
    if (duty.kind != kind || !fell_due(duty, period)) return false;
    if (share == Share::FellDue) return true;
    const bool late = duty.is_late_at(period.as_of);
    if (share == Share::InTerm) return !late;
    return late && duty.done.has_value() == (share == Share::Late);
  });
}

// What the national formula asks of a whole petition: each of its duties in its term.
bool is_whole(const Petition& petition, const Period& period, Share share) {
  if (petition.received_at > period.as_of) return false;
  const auto duties = duties_at(petition, period.as_of);
  if (!fell_due(duties.front(), period)) return false;
  return share == Share::FellDue || is_late_at(petition, period.as_of) == (share == Share::Late);
}

bool was_disliked(const Petition& petition, Moment as_of) {
  return petition.liked && !*petition.liked && *petition.judged_at <= as_of;
}

bool was_repeated(const Petition& petition, Moment as_of) {
  return petition.repeated_at && *petition.repeated_at <= as_of;
}

// The members of formula 5.3. [CT766-5.3]
std::optional<Test> content_test(std::string_view part) {
  const auto of_answered = [](std::function<bool(const Petition&, Moment)> also) {
    return Test([also = std::move(also)](const Petition& p, const Period& period) {
      return ended_as(p, Status::Answered, period) && also(p, period.as_of);
    });
  };
  if (part == "all") return of_answered([](const Petition&, Moment) { return true; });
  if (part == "disliked") return of_answered(was_disliked);
  if (part == "repeated") return of_answered(was_repeated);
  if (part == "late") return of_answered(is_late_at);
  if (part != "good") return std::nullopt;
  return of_answered([](const Petition& p, Moment as_of) {
    return !was_disliked(p, as_of) && !was_repeated(p, as_of) && !is_late_at(p, as_of);
  });
}

constexpr std::array<std::string_view, 4> share_names{"fell-due", "in-term", "late", "owed"};

std::optional<Test> duty_test(std::string_view rest) {
  for (const auto kind : all_duties) {
    for (std::size_t i = 0; i < share_names.size(); ++i) {
      if (rest != std::string(write_duty(kind)) + ":" + std::string(share_names[i])) continue;
      return [kind, i](const Petition& p, const Period& period) {
        return has_duty(p, kind, Share(i), period);
      };
    }
  }
  return std::nullopt;
}

std::optional<Test> received_test(std::string_view kind_name) {
  const auto kind = parse_kind(kind_name);
  if (!kind) return std::nullopt;
  return [kind](const Petition& p, const Period& period) {
    return p.received.kind == *kind && is_in(period, p.received_at);
  };
}

std::optional<Test> plain_test(std::string_view cell) {
  const auto ended = [](Status status) {
    return Test(
        [status](const Petition& p, const Period& period) { return ended_as(p, status, period); });
  };
  if (cell == "received") {
    return [](const Petition& p, const Period& period) { return is_in(period, p.received_at); };
  }
  if (cell == "answered") return ended(Status::Answered);
  if (cell == "refused") return ended(Status::Refused);
  if (cell == "withdrawn") return ended(Status::Withdrawn);
  if (cell == "published") {
    return [](const Petition& p, const Period& period) { return is_in(period, p.published_at); };
  }
  if (cell == "open") {
    return [](const Petition& p, const Period& period) { return is_open_at(p, period.as_of); };
  }
  if (cell == "late-now") {
    return [](const Petition& p, const Period& period) {
      return is_open_at(p, period.as_of) && is_late_at(p, period.as_of);
    };
  }
  if (cell == "liked") {
    return [](const Petition& p, const Period& period) {
      return ended_as(p, Status::Answered, period) && p.liked && *p.liked &&
             *p.judged_at <= period.as_of;
    };
  }
  return std::nullopt;
}

}  // namespace

std::vector<std::string> cells() {
  std::vector<std::string> all{
      "received",    "answered",     "refused",          "withdrawn",        "published",
      "open",        "late-now",     "whole:fell-due",   "whole:in-term",    "whole:late",
      "content:all", "content:good", "content:disliked", "content:repeated", "content:late",
      "liked"};
  for (const auto kind : all_kinds) all.push_back("received:" + std::string(write_kind(kind)));
  for (const auto kind : all_duties) {
    for (const auto share : share_names) {
      all.push_back("duty:" + std::string(write_duty(kind)) + ":" + std::string(share));
    }
  }
  return all;
}

std::optional<Test> test_of(std::string_view cell) {
  const auto colon = cell.find(':');
  if (colon == std::string_view::npos) return plain_test(cell);
  const auto head = cell.substr(0, colon);
  const auto rest = cell.substr(colon + 1);
  if (head == "received") return received_test(rest);
  if (head == "duty") return duty_test(rest);
  if (head == "content") return content_test(rest);
  const auto share = std::ranges::find(share_names, rest);
  if (head != "whole" || share == share_names.end() || rest == "owed") return std::nullopt;
  return [share = Share(share - share_names.begin())](const Petition& p, const Period& period) {
    return is_whole(p, period, share);
  };
}

std::vector<Count> count(const std::vector<const Petition*>& petitions, const Period& period) {
  std::vector<Count> counts;
  for (auto& cell : cells()) {
    const auto test = test_of(cell);
    const auto found = std::ranges::count_if(
        petitions, [&](const Petition* petition) { return (*test)(*petition, period); });
    counts.push_back({std::move(cell), found});
  }
  return counts;
}

}  // namespace motcua::petition
