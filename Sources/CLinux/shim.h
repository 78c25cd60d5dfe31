// Calls of Linux that Swift cannot import by themselves: variadic ones, macros, and those behind _GNU_SOURCE.
#ifndef NHIPCAU_CLINUX_SHIM_H
#define NHIPCAU_CLINUX_SHIM_H

#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <spawn.h>
#include <stdint.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

int unshare(int flags);
int pipe2(int ends[2], int flags);
int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int from);

enum { NHIPCAU_NEW_USER = 0x10000000, NHIPCAU_NEW_NETWORK = 0x40000000 };

static inline int nhipcau_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

static inline int nhipcau_no_new_privileges(void) { return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0); }
static inline int nhipcau_die_with_parent(void) { return prctl(PR_SET_PDEATHSIG, SIGKILL, 0, 0, 0); }
static inline int nhipcau_adopt_orphans(void) { return prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0); }

enum nhipcau_resource { NHIPCAU_MEMORY, NHIPCAU_PROCESSOR, NHIPCAU_FILE_SIZE, NHIPCAU_OPEN_FILES, NHIPCAU_CORE };

// Lowers the soft limit and leaves the hard one, so that an outside program can be given more.
static inline int nhipcau_limit(enum nhipcau_resource resource, uint64_t soft) {
    static const int numbers[] = {RLIMIT_AS, RLIMIT_CPU, RLIMIT_FSIZE, RLIMIT_NOFILE, RLIMIT_CORE};
    struct rlimit limit;
    if (getrlimit(numbers[resource], &limit) != 0) return -1;
    limit.rlim_cur = soft < limit.rlim_max ? soft : limit.rlim_max;
    return setrlimit(numbers[resource], &limit);
}

static inline int nhipcau_has_exited(int status) { return WIFEXITED(status); }
static inline int nhipcau_exit_code(int status) { return WEXITSTATUS(status); }
static inline int nhipcau_signal(int status) { return WIFSIGNALED(status) ? WTERMSIG(status) : 0; }

// Whether this process has a child that runs or waits to be reaped.
static inline int nhipcau_has_children(void) {
    siginfo_t info;
    return waitid(P_ALL, 0, &info, WEXITED | WNOHANG | WNOWAIT) == 0;
}

#endif
