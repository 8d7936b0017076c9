#include "procedure/compare.hpp"

#include "procedure/compare_parts.hpp"
#include "procedure/toml_tree.hpp"

namespace motcua::procedure {

std::vector<Change> changes_of(const WrittenNamed& old, const WrittenNamed& now) {
  std::vector<Change> changes;
  differences(old, now, [&](const std::string& id, const Named* was, const Named* is) {
    Change change{id, is != nullptr ? is->name : was->name, {}, {}};
    const bool renamed = was != nullptr && is != nullptr && !(was->name == is->name);
    const auto said = [&](const Named& one) {
      if (!renamed) return one.said;
      return Text{one.name.vi + ": " + one.said.vi, one.name.en + ": " + one.said.en};
    };
    if (was != nullptr) change.old = said(*was);
    if (is != nullptr) change.now = said(*is);
    changes.push_back(std::move(change));
  });
  return changes;
}

void add(Text& to, const std::string& vi, const std::string& en) {
  to.vi += vi;
  to.en += en;
}

namespace {

void flatten(const TomlValue& value, const std::string& path, WrittenTexts& into) {
  if (const auto* table = value.as<TomlValue::Table>()) {
    for (const auto& [key, inner] : *table) {
      flatten(inner, path.empty() ? key : path + "." + key, into);
    }
  } else if (const auto* list = value.as<TomlValue::Array>()) {
    for (std::size_t i = 0; i < list->size(); ++i) {
      flatten((*list)[i], path + "." + std::to_string(i), into);
    }
  } else if (const auto* text = value.as<std::string>()) {
    into[path] = *text;
  }
}

WrittenTexts texts_of(const Files& files, const std::string& file) {
  WrittenTexts texts;
  const auto found = files.find(file);
  if (found == files.end()) return texts;
  if (const auto tree = read_toml(found->second)) flatten(*tree, "", texts);
  return texts;
}

WrittenNamed papers_of(const Version& version) {
  WrittenNamed papers;
  for (const Paper& paper : version.papers) {
    const auto originals = std::to_string(paper.originals);
    const auto copies = std::to_string(paper.copies);
    Text said{originals + " bản chính, " + copies + " bản sao",
              originals + (paper.originals == 1 ? " original, " : " originals, ") + copies +
                  (paper.copies == 1 ? " copy" : " copies")};
    if (!paper.required) add(said, ", không bắt buộc", ", not required");
    if (!paper.condition.empty()) {
      add(said, ", khi " + paper.condition, ", where " + paper.condition);
    }
    papers[paper.id] = {paper.name, said};
  }
  return papers;
}

WrittenNamed fees_of(const Version& version) {
  WrittenNamed fees;
  for (const FeeRule& fee : version.fees) {
    Text said = write_dong(fee.amount);
    if (!fee.per.empty()) add(said, " × " + fee.per, " × " + fee.per);
    if (!fee.condition.empty()) {
      add(said, ", khi " + fee.condition, ", where " + fee.condition);
    }
    if (fee.due == FeeDue::WithResult) {
      add(said, ", nộp khi nhận kết quả", ", paid with the result");
    }
    fees[fee.id] = {fee.name, said};
  }
  return fees;
}

Text words_of(Channel channel) {
  switch (channel) {
    case Channel::Online:
      return {"trực tuyến", "online"};
    case Channel::Counter:
      return {"tại quầy", "at the counter"};
    case Channel::Post:
      return {"bưu chính", "by post"};
  }
  return {};
}

WrittenNamed terms_of(const Version& version) {
  WrittenNamed terms;
  const auto put = [&](const std::string& id, const Case& one, const Text& of,
                       const std::optional<calendar::Term>& term) {
    terms[id] = {{one.name.vi + ", " + of.vi, one.name.en + ", " + of.en},
                 calendar::describe_term(term)};
  };
  for (const Case& one : version.cases) {
    for (const auto& [channel, term] : one.terms) {
      put(one.id + "." + std::string(write_channel(channel)), one, words_of(channel), term);
    }
    for (const auto& [task, share] : one.shares) {
      put(one.id + ".share." + task, one, version.step_name(task), share);
    }
  }
  return terms;
}

Text words_of(StopReason reason) {
  switch (reason) {
    case StopReason::Supplement:
      return {"Chờ bổ sung", "Waiting for a supplement"};
    case StopReason::Payment:
      return {"Chờ nộp phí, lệ phí", "Waiting for a payment"};
    case StopReason::Opinion:
      return {"Chờ ý kiến cơ quan khác", "Waiting for an opinion"};
    case StopReason::OutsideVerification:
      return {"Chờ xác minh bên ngoài", "Waiting for verification outside"};
  }
  return {};
}

Text words_of(calendar::ClockPolicy policy) {
  switch (policy) {
    case calendar::ClockPolicy::Pause:
      return {"thời hạn tạm dừng", "the term is paused"};
    case calendar::ClockPolicy::Restart:
      return {"thời hạn tính lại từ đầu", "the term begins again"};
    case calendar::ClockPolicy::Run:
      return {"thời hạn vẫn chạy", "the term runs on"};
  }
  return {};
}

WrittenNamed clock_of(const Version& version) {
  WrittenNamed clock;
  for (const auto& [reason, rule] : version.clock) {
    Text said = words_of(rule.policy);
    if (rule.cap) {
      const Text cap = calendar::describe_term(rule.cap);
      add(said, ", nhiều nhất " + cap.vi, ", at most " + cap.en);
    }
    const auto times = std::to_string(rule.at_most);
    add(said, ", " + times + " lần", rule.at_most == 1 ? ", once" : ", " + times + " times");
    if (rule.document_required) add(said, ", phải có văn bản", ", with a document");
    clock[std::string(write_stop_reason(reason))] = {words_of(reason), said};
  }
  return clock;
}

}  // namespace

std::vector<TextChange> compare_texts(const Files& old, const Files& now) {
  std::vector<TextChange> changes;
  const auto text_of = [](const std::string* text) {
    return text == nullptr ? std::optional<std::string>{} : *text;
  };
  for (const std::string language : {"vi", "en"}) {
    const std::string file = "texts." + language + ".toml";
    differences(texts_of(old, file), texts_of(now, file),
                [&](const std::string& id, const std::string* was, const std::string* is) {
                  changes.push_back({id, language, text_of(was), text_of(is)});
                });
  }
  return changes;
}

std::vector<Change> compare_papers(const Version& old, const Version& now) {
  return changes_of(papers_of(old), papers_of(now));
}

std::vector<Change> compare_fees(const Version& old, const Version& now) {
  return changes_of(fees_of(old), fees_of(now));
}

std::vector<Change> compare_terms(const Version& old, const Version& now) {
  return changes_of(terms_of(old), terms_of(now));
}

std::vector<Change> compare_clock(const Version& old, const Version& now) {
  return changes_of(clock_of(old), clock_of(now));
}

}  // namespace motcua::procedure
