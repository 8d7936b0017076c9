// Runs a fuzz target without libFuzzer: changes its seeds at random for some seconds. For builds
// whose compiler cannot guide the search (GCC, whose decimals core/feel counts in), and whose
// sanitizers therefore are not Clang's.
//
//   NAME_fuzz SECONDS FOUND_FOLDER SEED_FOLDER
//
// What fails is written into FOUND_FOLDER and named, with the number that the random choices began
// from; an input that takes more than ten seconds fails too.
#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <random>
#include <string>
#include <utility>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* input, std::size_t size);
extern "C" __attribute__((weak)) void __sanitizer_set_death_callback(void (*callback)());

namespace {

constexpr std::size_t longest_input = 8192;
constexpr std::chrono::seconds longest_run{10};

std::string current;                // what is being tried
std::filesystem::path failed_file;  // where it goes when it fails

void keep_current() {
  std::ofstream(failed_file, std::ios::binary) << current;
  std::cerr << "the input is in " << failed_file.string() << std::endl;
}

void keep_and_abort(int) {
  keep_current();
  std::_Exit(1);
}

std::vector<std::string> seeds_in(const std::filesystem::path& folder) {
  std::vector<std::string> seeds;
  for (const auto& entry : std::filesystem::directory_iterator(folder)) {
    std::ifstream in(entry.path(), std::ios::binary);
    seeds.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
  }
  return seeds;
}

class Mutation {
 public:
  Mutation(std::vector<std::string> seeds, std::uint64_t number)
      : seeds_(std::move(seeds)), random_(number) {
    for (const std::string& seed : seeds_) find_words(seed);
  }

  std::string next() {
    std::string input = seeds_[below(seeds_.size())];
    for (std::size_t i = 1 + below(8); i > 0; --i) change(input);
    if (input.size() > longest_input) input.resize(longest_input);
    return input;
  }

 private:
  std::size_t below(std::size_t limit) { return limit == 0 ? 0 : random_() % limit; }

  // Words, numbers and runs of signs, to be put elsewhere.
  void find_words(const std::string& seed) {
    const auto kind = [](char c) {
      return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    };
    for (std::size_t from = 0; from < seed.size();) {
      std::size_t end = from + 1;
      while (end < seed.size() && kind(seed[end]) == kind(seed[from])) ++end;
      words_.push_back(seed.substr(from, end - from));
      from = end;
    }
  }

  void change(std::string& input) {
    const std::size_t at = below(input.size() + 1);
    const std::size_t length = 1 + below(below(4) == 0 ? 64 : 6);
    switch (below(7)) {
      case 0:
        input.insert(at, 1, static_cast<char>(below(256)));
        break;
      case 1:
        input.erase(at, length);
        break;
      case 2:
        if (at < input.size()) input[at] = static_cast<char>(input[at] ^ (1 << below(8)));
        break;
      case 3:  // once more, perhaps elsewhere
        input.insert(at, input.substr(below(input.size() + 1), length));
        break;
      case 4: {  // a piece of another
        const std::string& other = seeds_[below(seeds_.size())];
        input.insert(at, other.substr(below(other.size() + 1), 1 + below(400)));
        break;
      }
      case 5: {  // many times over
        const std::string piece = input.substr(at, length);
        for (std::size_t i = below(40); i > 0; --i) input.insert(at, piece);
        break;
      }
      default:
        input.replace(at, below(3) == 0 ? 0 : length, words_[below(words_.size())]);
    }
  }

  std::vector<std::string> seeds_;
  std::vector<std::string> words_;
  std::mt19937_64 random_;
};

}  // namespace

int main(int count, char** words) {
  if (count != 4) {
    std::cerr << "usage: " << words[0] << " SECONDS FOUND_FOLDER SEED_FOLDER\n";
    return 2;
  }
  using Clock = std::chrono::steady_clock;
  const auto until = Clock::now() + std::chrono::seconds(std::stoi(words[1]));
  failed_file = std::filesystem::path(words[2]) / "failed";
  const std::uint64_t number = std::random_device{}();
  std::cerr << "random choices from " << number << std::endl;
  if (__sanitizer_set_death_callback != nullptr) __sanitizer_set_death_callback(keep_current);
  std::signal(SIGABRT, keep_and_abort);
  Mutation mutation(seeds_in(words[3]), number);
  long runs = 0;
  for (auto now = Clock::now(); now < until; ++runs) {
    current = mutation.next();
    LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(current.data()), current.size());
    const auto before = std::exchange(now, Clock::now());
    if (now - before < longest_run) continue;
    keep_current();
    std::cerr << "one input took more than ten seconds\n";
    return 1;
  }
  std::cerr << runs << " inputs\n";
  return 0;
}
