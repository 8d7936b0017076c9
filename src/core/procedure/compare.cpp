#include "procedure/compare.hpp"

#include <algorithm>
#include <map>

#include "procedure/toml_tree.hpp"

namespace motcua::procedure {
namespace {

using Written = std::map<std::string, std::string>;  // what two sides are compared as

std::vector<Change> differences(const Written& old, const Written& now) {
  std::vector<Change> changes;
  for (const auto& [id, text] : old) {
    const auto other = now.find(id);
    if (other == now.end()) {
      changes.push_back({id, text, std::nullopt});
    } else if (other->second != text) {
      changes.push_back({id, text, other->second});
    }
  }
  for (const auto& [id, text] : now) {
    if (!old.contains(id)) changes.push_back({id, std::nullopt, text});
  }
  std::ranges::sort(changes, {}, &Change::id);
  return changes;
}

void flatten(const json::value& value, const std::string& path, Written& into) {
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

void flatten(const TomlValue& value, const std::string& path, Written& into) {
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

Written texts_of(const Files& files, const std::string& file) {
  Written texts;
  const auto found = files.find(file);
  if (found == files.end()) return texts;
  if (const auto tree = read_toml(found->second)) flatten(*tree, "", texts);
  return texts;
}

Written papers_of(const Version& version) {
  Written papers;
  for (const Paper& paper : version.papers) {
    std::string text = paper.name.vi + ": " + std::to_string(paper.originals) + " bản chính, " +
                       std::to_string(paper.copies) + " bản sao";
    if (!paper.required) text += ", không bắt buộc";
    if (!paper.condition.empty()) text += ", khi " + paper.condition;
    papers[paper.id] = text;
  }
  return papers;
}

Written fees_of(const Version& version) {
  Written fees;
  for (const FeeRule& fee : version.fees) {
    std::string text = write_dong(fee.amount, Language::Vietnamese);
    if (!fee.per.empty()) text += " × " + fee.per;
    if (!fee.condition.empty()) text += ", " + fee.condition;
    fees[fee.id] = text;
  }
  return fees;
}

Written terms_of(const Version& version) {
  Written terms;
  for (const Case& one : version.cases) {
    for (const auto& [channel, term] : one.terms) {
      terms[one.id + "." + std::string(write_channel(channel))] = calendar::write_term(term);
    }
    for (const auto& [task, share] : one.shares) {
      terms[one.id + ".share." + task] = calendar::write_term(share);
    }
  }
  return terms;
}

Written clock_of(const Version& version) {
  Written clock;
  for (const auto& [reason, rule] : version.clock) {
    std::string text = rule.policy == calendar::ClockPolicy::Pause     ? "pause"
                       : rule.policy == calendar::ClockPolicy::Restart ? "restart"
                                                                       : "run";
    text += ", " + calendar::write_term(rule.cap) + ", " + std::to_string(rule.at_most);
    if (rule.document_required) text += ", document";
    clock[std::string(write_stop_reason(reason))] = text;
  }
  return clock;
}

}  // namespace

std::vector<TextChange> compare_texts(const Files& old, const Files& now) {
  std::vector<TextChange> changes;
  for (const std::string language : {"vi", "en"}) {
    const std::string file = "texts." + language + ".toml";
    for (auto& change : differences(texts_of(old, file), texts_of(now, file))) {
      changes.push_back(
          {std::move(change.id), language, std::move(change.old), std::move(change.now)});
    }
  }
  return changes;
}

std::vector<Change> compare_papers(const Version& old, const Version& now) {
  return differences(papers_of(old), papers_of(now));
}

std::vector<Change> compare_fees(const Version& old, const Version& now) {
  return differences(fees_of(old), fees_of(now));
}

std::vector<Change> compare_terms(const Version& old, const Version& now) {
  return differences(terms_of(old), terms_of(now));
}

std::vector<Change> compare_clock(const Version& old, const Version& now) {
  return differences(clock_of(old), clock_of(now));
}

std::vector<Change> compare_forms(const json::value& old, const json::value& now) {
  Written before;
  Written after;
  flatten(old, "", before);
  flatten(now, "", after);
  return differences(before, after);
}

}  // namespace motcua::procedure
