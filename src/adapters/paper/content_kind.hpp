// The kind of a file by its content, as libmagic tells it, and whether it is a second kind as well.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "base/failure.hpp"

struct magic_set;

namespace motcua::paper {

// Any thread.
class KindReader {
 public:
  // Unavailable when libmagic's own database cannot be read.
  static OrFailure<std::unique_ptr<KindReader>> open();
  std::string media_type(std::string_view content);  // "application/pdf"; empty: nobody knows

 private:
  struct Close {
    void operator()(magic_set* cookie) const;
  };
  explicit KindReader(magic_set* cookie) : cookie_(cookie) {}
  std::unique_ptr<magic_set, Close> cookie_;
  std::mutex mutex_;  // one cookie reads one file at a time
};

// A PDF or picture that a browser, an unpacking program or another viewer would take for something
// else: whoever looks at it at the office sees another file than whoever checks it.
bool is_of_two_kinds(std::string_view content);

}  // namespace motcua::paper
