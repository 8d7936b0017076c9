#include "authority/office_lists.hpp"

#include <algorithm>

namespace motcua::authority {
namespace {

std::string quoted(std::string_view text) {
  std::string out = "\"";
  for (const char letter : text) {
    if (letter == '"' || letter == '\\') out += '\\';
    out += letter;
  }
  return out + "\"";
}

std::string day_or_none(const std::optional<Date>& day) {
  return day ? write_date(*day) : quoted("");
}

class List {
 public:
  void add(const Listed& entry) {
    const auto& name = entry.name;
    entries_ += "  [" + quoted(entry.id) + ", " + quoted(name.vi) + ", " +
                quoted(name.en.empty() ? name.vi : name.en) + ", " + day_or_none(entry.from) +
                ", " + day_or_none(entry.until) + "],\n";
  }
  std::string take() {
    return "source = \"office.toml\"\ncomplete = true\nentries = [\n" + entries_ + "]\n";
  }

 private:
  std::string entries_;
};

std::vector<Listed> posts_of(const Office& office) {
  std::vector<Listed> posts = office.posts;
  for (const auto& person : office.people) {
    const bool known = std::ranges::any_of(posts, [&](const Listed& post) {
      return post.id == post_id(person.post) || post.name.vi == person.post.vi;
    });
    if (!known && !person.post.vi.empty())
      posts.push_back({post_id(person.post), person.post, {}, {}});
  }
  return posts;
}

}  // namespace

std::map<std::string, std::string> office_lists(const Office& office) {
  List units;
  for (const auto& unit : office.units) {
    if (!unit.outside) units.add({unit.id, unit.name, unit.from, unit.until});
  }
  List posts;
  for (const auto& post : posts_of(office)) posts.add(post);
  return {{"office-units", units.take()}, {"posts", posts.take()}};
}

}  // namespace motcua::authority
