# The first moments of the bare machine, already in namespaces of its own: what a kernel's start would have prepared.
# Usage: start.sh ROOT
cd "$1"
mount --make-rprivate /
mount --bind . "$1"
cd "$1"
mount -t proc proc proc
# the kernel is the host's: of its settings only those of the network are the machine's own
mount --bind proc/sys proc/sys
mount --bind proc/sys/net proc/sys/net
mount -o remount,bind,ro proc/sys
mount -t sysfs -o ro sysfs sys
mount -t tmpfs -o mode=755 tmpfs dev
for node in null zero full random urandom tty; do
    : >dev/$node
    mount --bind /dev/$node dev/$node
done
mkdir dev/pts dev/shm
mount -t devpts -o newinstance,ptmxmode=666,mode=620,gid=5 devpts dev/pts
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd
mount -t tmpfs tmpfs run
mount -t tmpfs tmpfs tmp
mount -t cgroup2 cgroup2 sys/fs/cgroup
mkdir -p .outside
pivot_root . .outside
umount -l /.outside
exec env -i container=trial PATH=/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd
