#include "procedure/compare.hpp"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "procedure/form.hpp"
#include "procedure/toml_tree.hpp"

namespace motcua::procedure {
namespace {

template <class Value>
using Written = std::map<std::string, Value>;  // what two sides are compared as
using WrittenTexts = Written<std::string>;

// What is called by a name: the name, and what is said of it.
struct Named {
  Text name;
  Text said;
  bool operator==(const Named&) const = default;
};
using WrittenNamed = Written<Named>;

// Every id of either side whose values differ, in order: what it was, what it is.
template <class Value, class Tell>
void differences(const Written<Value>& old, const Written<Value>& now, Tell tell) {
  std::set<std::string> ids;
  for (const auto& [id, value] : old) ids.insert(id);
  for (const auto& [id, value] : now) ids.insert(id);
  for (const auto& id : ids) {
    const auto before = old.find(id);
    const auto after = now.find(id);
    const Value* was = before == old.end() ? nullptr : &before->second;
    const Value* is = after == now.end() ? nullptr : &after->second;
    if (was == nullptr || is == nullptr || !(*was == *is)) tell(id, was, is);
  }
}

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

void flatten(const json::value& value, const std::string& path, WrittenTexts& into) {
  if (const auto* object = value.if_object(); object != nullptr && !object->empty()) {
    for (const auto& [name, inner] : *object) flatten(inner, path + "/" + std::string(name), into);
  } else if (const auto* list = value.if_array(); list != nullptr && !list->empty()) {
    for (std::size_t i = 0; i < list->size(); ++i) {
      flatten((*list)[i], path + "/" + std::to_string(i), into);
    }
  } else {
    into[path] = write_json(value);
  }
}

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

namespace {

// A group without a name of its own is told by the questions in it.
std::vector<std::string> named_below(const Version& version, const std::string& path) {
  std::vector<std::string> below;
  const auto* fields = member(version.form_hints, "fields");
  if (fields == nullptr || !fields->is_object() || member(*fields, path) != nullptr) return {path};
  for (const auto& field : fields->get_object()) {
    const std::string name(field.key());
    if (name.starts_with(path + "/")) below.push_back(name);
  }
  return below.empty() ? std::vector{path} : below;
}

// Of each step, what it shows of the application, by the questions' names.
WrittenNamed shown_of(const Version& version) {
  WrittenNamed shown;
  for (const auto& [task, paths] : version.task_shows) {
    if (paths.empty()) continue;
    const Text step = version.step_name(task);
    Text names;
    for (const auto& path : paths) {
      for (const auto& question : named_below(version, path)) {
        const Text label = question_label(version, question);
        const std::string gap = names.vi.empty() ? "" : "; ";
        add(names, gap + label.vi, gap + label.en);
      }
    }
    shown[task + ":shows"] = {{"Nội dung đơn xem ở bước “" + step.vi + "”",
                               "Answers shown at the step “" + step.en + "”"},
                              names};
  }
  return shown;
}

}  // namespace

std::vector<Change> compare_forms(const Version& old, const Version& now) {
  const auto written = [](const Version& version) {
    WrittenTexts texts;
    flatten(version.form_schema, "", texts);
    for (const auto& [task, form] : version.task_forms) flatten(form.schema, task + ":", texts);
    return texts;
  };
  const WrittenTexts before = written(old);
  const WrittenTexts after = written(now);
  const auto text_of = [](const std::string* text) {
    return text == nullptr ? std::optional<Text>{} : Text{*text, *text};
  };
  std::vector<Change> changes;
  differences(before, after,
              [&](const std::string& id, const std::string* was, const std::string* is) {
                changes.push_back({id, {id, id}, text_of(was), text_of(is)});
              });
  std::ranges::move(changes_of(shown_of(old), shown_of(now)), std::back_inserter(changes));
  return changes;
}

}  // namespace motcua::procedure
